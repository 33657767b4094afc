"""Makes scripts for tests out of plain sentences, without the rooms that make them for people."""

from __future__ import annotations

import re

from pembaca.speech.utterance import Script, Utterance, Word

_SENTENCE = re.compile(r"\S.*?(?:[.!?](?=\s)|$)", re.M)


def script_of(text: str, language: str = "id") -> Script:
    """Cut *text* into sentences at their stops; each line is a part, the first one the title."""
    utterances: list[Utterance] = []
    for match in _SENTENCE.finditer(text):
        spoken, start = match[0], match.start()
        words = tuple(
            Word(start=start + word.start(), end=start + word.end(), spoken=word[0], at=word.start(), language=language)
            for word in re.finditer(r"[\w-]+", spoken)
        )
        part = text.count("\n", 0, start)
        utterances.append(Utterance(start, match.end(), spoken, spoken, language, words, part))
    return Script(language=language, utterances=tuple(utterances))


NEWS = """Kementerian Kesehatan membuka layanan baru
Menteri Kesehatan membuka layanan kesehatan jiwa di seratus puskesmas pada hari Senin. Layanan itu dapat dipakai tanpa biaya \
oleh seluruh peserta jaminan kesehatan nasional. Petugas telah dilatih selama enam bulan oleh para dokter dari rumah sakit pusat.
Warga yang membutuhkan bantuan dapat datang langsung ke puskesmas terdekat pada jam kerja. Mereka akan diterima oleh perawat \
yang sudah mendapat pelatihan khusus. Pemerintah berharap layanan ini menjangkau seluruh kabupaten pada akhir tahun depan.
Masyarakat diminta membawa kartu tanda penduduk. Keterangan lebih lanjut dapat dibaca di laman resmi kementerian."""
