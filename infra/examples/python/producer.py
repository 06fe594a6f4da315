"""Sends pictures to Crossline (PGM or PPM, 8 bits, all of one size). The name of a file, without its ending, is the part id.

    python3 producer.py LINE FILE...
"""
import hashlib, io, json, os, pathlib, re, sys, time

import confluent_kafka
import fastavro

SERVERS = os.environ.get("KAFKA_BOOTSTRAP_SERVERS", "localhost:19092")
TOPIC = "crossline.images.captured.v1"
CONTRACT = pathlib.Path(__file__).resolve().parents[2] / "libs/contracts/src/main/avro/image-batch.avsc"
SCHEMA = fastavro.parse_schema(json.loads(CONTRACT.read_text()))
SINGLE_OBJECT = b"\xc3\x01" + bytes.fromhex("36a113751e4f791f")  # marker, fingerprint of the schema
BATCH = 50


def picture(file):
    """Shape (H, W, C) and pixels of a file; each file is one part, captured when the file was written."""
    kind, width, height, pixels = re.fullmatch(rb"P([56])\s+(\d+)\s+(\d+)\s+255\s(.*)", file.read_bytes(), re.S).groups()
    return (int(height), int(width), 3 if kind == b"6" else 1), pixels


def encode(line, files):
    shapes, images = zip(*(picture(file) for file in files))
    (height, width, channels), = set(shapes)
    parts = [{"partId": f.stem, "fileName": f.name, "capturedAt": int(f.stat().st_mtime * 1000)} for f in files]
    value = io.BytesIO(SINGLE_OBJECT)
    value.seek(0, io.SEEK_END)
    fastavro.schemaless_writer(value, SCHEMA, {
        "line": line, "dataset": "python-example", "split": "TRAIN", "capturedAt": int(time.time() * 1000),
        "height": height, "width": width, "channels": channels, "pixels": b"".join(images),
        "imageHashes": [hashlib.sha256(image).digest() for image in images], "parts": parts})
    return value.getvalue()


if __name__ == "__main__":
    line, files = sys.argv[1], [pathlib.Path(name) for name in sys.argv[2:]]
    producer = confluent_kafka.Producer({"bootstrap.servers": SERVERS, "enable.idempotence": True,
                                         "compression.type": "lz4", "message.max.bytes": 64 << 20})
    for first in range(0, len(files), BATCH):
        producer.produce(TOPIC, key=line, value=encode(line, files[first:first + BATCH]))
    sys.exit(producer.flush(60))  # 0 where the broker has all batches
