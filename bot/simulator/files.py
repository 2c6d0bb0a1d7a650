"""Where files are: what people and the bot sent, found again by file_id or by path."""

from __future__ import annotations

import mimetypes
import struct
from collections import OrderedDict

from bot.simulator.messages import Json, StoredFile
from bot.simulator.refusals import bad_request

MAX_UPLOAD = 50 * 1024 * 1024
MAX_DOWNLOAD = 20 * 1024 * 1024
_PREFIXES = {"documents": "BQAC", "photos": "AgAC", "voice": "AwAC", "stickers": "CAAC"}


class FileShelf:
    """The newest `most` files; the oldest one leaves when another comes."""

    def __init__(self, most: int) -> None:
        self._most, self._count = most, 0
        self._files: OrderedDict[str, StoredFile] = OrderedDict()
        self._paths: dict[str, str] = {}

    def keep(self, *, folder: str, name: str, content: bytes, mime: str | None = None) -> StoredFile:
        """Keep a file of a kind (`documents`, `photos`, `voice`, `stickers`) and give it its ids."""
        self._count += 1
        suffix = name[name.rfind(".") :] if "." in name else ""
        file = StoredFile(
            file_id=f"{_PREFIXES[folder]}AgQAAxkBAAIB{self._count:08d}",
            unique_id=f"AgAD{self._count:08d}",
            path=f"{folder}/file_{self._count}{suffix}",
            name=name,
            mime=mime or mimetypes.guess_type(name)[0] or "application/octet-stream",
            content=content,
        )
        self._files[file.file_id], self._paths[file.path] = file, file.file_id
        while len(self._files) > self._most:
            _, oldest = self._files.popitem(last=False)
            self._paths.pop(oldest.path, None)
        return file

    def by_id(self, file_id: str) -> StoredFile | None:
        """The file with this id, if it is still kept."""
        return self._files.get(file_id)

    def by_path(self, path: str) -> StoredFile | None:
        """The file at this path of the file door."""
        return self._files.get(self._paths.get(path, ""))

    def to_download(self, file_id: str) -> StoredFile:
        """The file for getFile, or the server's refusal."""
        file = self.by_id(file_id)
        if file is None:
            raise bad_request("invalid file_id")
        if len(file.content) > MAX_DOWNLOAD:
            raise bad_request("file is too big")
        return file


def document_content(file: StoredFile) -> Json:
    """The Bot API fields of a document message."""
    return {
        "document": {
            "file_id": file.file_id,
            "file_unique_id": file.unique_id,
            "file_size": len(file.content),
            "file_name": file.name,
            "mime_type": file.mime,
        }
    }


def photo_content(file: StoredFile) -> Json:
    """The Bot API fields of a photo message: one size."""
    width, height = picture_size(file.content)
    return {
        "photo": [
            {
                "file_id": file.file_id,
                "file_unique_id": file.unique_id,
                "file_size": len(file.content),
                "width": width,
                "height": height,
            }
        ]
    }


def voice_content(file: StoredFile, seconds: int) -> Json:
    """The Bot API fields of a voice message."""
    return {
        "voice": {
            "file_id": file.file_id,
            "file_unique_id": file.unique_id,
            "file_size": len(file.content),
            "duration": seconds,
            "mime_type": file.mime,
        }
    }


def sticker_content(file: StoredFile, emoji: str) -> Json:
    """The Bot API fields of a sticker message."""
    return {
        "sticker": {
            "file_id": file.file_id,
            "file_unique_id": file.unique_id,
            "type": "regular",
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
            "emoji": emoji,
            "file_size": len(file.content),
        }
    }


def picture_size(content: bytes) -> tuple[int, int]:
    """Width and height in pixels of a PNG; 800 by 600 for anything else."""
    if content[:8] == b"\x89PNG\r\n\x1a\n" and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return int(width), int(height)
    return 800, 600
