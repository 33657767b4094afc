"""Answers questions about the accessibility tree, as JSON lines. Run by the system's Python, which has ``gi``; never imported.

Each line on stdin is {"ask": …, "pid": …, …}; each line on stdout is its answer. Nothing is cached between questions.
With ``--listen`` it hears events too.
"""

import json
import sys
import warnings

warnings.filterwarnings("ignore")
import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

EVENTS = ("object:announcement", "object:state-changed:focused", "window:activate")
LEAVES = {"push button", "button", "label", "list item", "radio button", "text", "notification", "scroll bar"}
heard = []
last_focus = {}  # by process: who said last that it has the focus
menus = {}  # by path: open menus are in no tree, but their parts tell of themselves when they get the focus


def note(event):
    """Keep one event: its kind, the words it carries, and whose it is."""
    try:
        source = event.source
        if event.type.startswith("object:state-changed") and not event.detail1:
            return
        if event.type.startswith("object:state-changed:focused"):
            last_focus[source.get_process_id()] = source
        if source.get_role_name().endswith("menu item"):
            keep_menu(source)
        said = event.any_data if isinstance(event.any_data, str) else ""
        heard.append([event.type, said, source.get_name() or "", source.get_process_id()])
    except GLib.Error:
        pass  # the application went away meanwhile


def keep_menu(entry):
    """Keep the outermost menu that *entry* stands in."""
    parent = entry.get_parent()
    while parent is not None and parent.get_role_name() != "application":
        entry, parent = parent, parent.get_parent()
    menus[entry.path] = entry


def open_menus(pid):
    """Return the menus of that application that are shown now."""
    found = []
    for path, menu in tuple(menus.items()):
        try:
            if "showing" in states(menu) and menu.get_process_id() == pid:
                found.append(menu)
        except GLib.Error:
            del menus[path]
    return found


def application(pid):
    """Return the application with that process, or None."""
    desktop = Atspi.get_desktop(0)
    for nth in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(nth)
        if child is not None and child.get_process_id() == pid:
            child.set_cache_mask(Atspi.Cache.NONE)
            return child
    return None


def states(node):
    """Return the names of what is so."""
    return sorted(state.value_nick for state in node.get_state_set().get_states())


def bounds(node):
    """Return left, top, width, height on the screen."""
    if node.get_component_iface() is None:
        return [0, 0, 0, 0]
    box = node.get_extents(Atspi.CoordType.SCREEN)
    return [box.x, box.y, box.width, box.height]


def describe(node, has, role, children, is_whole=True):
    """Return one object as values; every one is a question to the program, so only those that are wanted."""
    return {
        "path": node.path,
        "role": role,
        "name": node.get_name() or "",
        "description": (node.get_description() or "") if is_whole else "",
        "states": has,
        "bounds": bounds(node) if is_whole else [0, 0, 0, 0],
        "count": 0 if role in LEAVES else node.get_child_count(),
        "children": children,
    }


def shown(node):
    """Give the shown children with their states."""
    for nth in range(node.get_child_count()):
        child = node.get_child_at_index(nth)
        has = states(child) if child is not None else ()
        if "showing" in has:
            yield child, has


def walk(node, has, is_whole):
    """Return the object and all that is shown in it."""
    role = node.get_role_name()
    children = [] if role in LEAVES else [walk(child, its, is_whole) for child, its in shown(node)]
    if role == "application":
        children += [walk(menu, states(menu), is_whole) for menu in open_menus(node.get_process_id())]
    return describe(node, has, role, children, is_whole)


def find(node, path):
    """Return the shown object of that path, or None."""
    if node.path == path:
        return node
    return next((found for child, _ in shown(node) if (found := find(child, path)) is not None), None)


def focused(node, has):
    """Return the innermost shown object that has the focus, or None; a list's current row only while the list has it."""
    role = node.get_role_name()
    if role == "list" and "focused" not in has:
        return None
    if role in LEAVES:  # a text's own scrolling area says that it has the focus too
        return node if "focused" in has else None
    found = next((inner for child, its in shown(node) if (inner := focused(child, its)) is not None), None)
    return node if found is None and "focused" in has else found


def text_of(node):
    """Return the whole text, the caret, and the reach of the selection."""
    count = Atspi.Text.get_character_count(node)
    return {"text": Atspi.Text.get_text(node, 0, count), "caret": Atspi.Text.get_caret_offset(node), "count": count}


def runs_of(node):
    """Return the runs of equal attributes in the whole text: first, last, and what they are."""
    runs, at, count = [], 0, Atspi.Text.get_character_count(node)
    while at < count:
        attributes, first, last = Atspi.Text.get_text_attributes(node, at)
        runs.append([first, last, dict(attributes)])
        at = max(last, at + 1)
    return runs


def focus_of(app, pid):
    """Return what has the focus: whoever said so last if it still has it, else what a look at everything finds."""
    try:
        node = last_focus.get(pid)
        has = states(node) if node is not None else ()
        if {"focused", "showing"} <= set(has) and node.get_role_name() != "list item":
            return focused(node, has)
    except GLib.Error:
        pass  # it is gone
    places = [*open_menus(pid), app]
    return next((found for place in places if (found := focused(place, states(place))) is not None), None)


def answer(question):
    """Answer one question; None where there is no such thing (any more)."""
    ask, app = question["ask"], application(question["pid"])
    if ask == "heard":
        since = question["since"]
        return heard[since:]
    if app is None:
        return None
    match ask:
        case "tree":
            return walk(app, states(app), question["whole"])
        case "focus":
            node = focus_of(app, question["pid"])
            return None if node is None else describe(node, states(node), node.get_role_name(), [])
        case "locale":
            return app.get_object_locale()
        case "text":
            node = find(app, question["path"])
            return None if node is None else text_of(node)
        case "runs":
            node = find(app, question["path"])
            return None if node is None else runs_of(node)
        case "grab":
            node = find(app, question["path"])
            return node is not None and node.grab_focus()
    raise ValueError(ask)


def asked(channel, _condition):
    """Answer the questions that have come; end with stdin."""
    line = channel.readline()
    if not line:
        Atspi.event_quit()
        return False
    try:
        found = answer(json.loads(line))
    except GLib.Error as error:  # objects come and go while they are looked at
        found = {"error": error.message}
    print(json.dumps(found), flush=True)
    return True


Atspi.init()
listener = Atspi.EventListener.new(note)
for kind in EVENTS if "--listen" in sys.argv else ():
    listener.register(kind)
GLib.io_add_watch(sys.stdin.buffer, GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN | GLib.IOCondition.HUP, asked)
print(json.dumps("ready"), flush=True)
Atspi.event_main()
