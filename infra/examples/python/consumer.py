"""Joins Crossline's verdicts to parts: a line a part with part id, class, probability and model, as CSV.

    python3 consumer.py LINE FILE...      the files that producer.py has sent
"""
import csv, json, os, pathlib, sys, time

import confluent_kafka

SERVERS = os.environ.get("KAFKA_BOOTSTRAP_SERVERS", "localhost:19092")
TOPIC = "crossline.predictions.v1"
SECONDS = 120


def verdicts(event):
    """Part id and verdict of each image of a prediction that has a part id."""
    unknown = event["unknown"] or [False] * len(event["classes"])
    unusable = event.get("unusable") or [None] * len(event["classes"])
    for image, part in enumerate(event["parts"]):
        if "partId" in part:
            name = "unknown" if unknown[image] else event["classNames"][event["classes"][image]]
            name = f"unusable: {unusable[image]}" if unusable[image] else name
            yield part["partId"], (name, round(event["probabilities"][image], 4), event["modelVersion"])


if __name__ == "__main__":
    line, waiting = sys.argv[1], {pathlib.Path(name).stem for name in sys.argv[2:]}
    consumer = confluent_kafka.Consumer({"bootstrap.servers": SERVERS, "group.id": f"python-example-{line}",
                                         "auto.offset.reset": "earliest", "enable.auto.commit": False})
    consumer.subscribe([TOPIC])
    out, end = csv.writer(sys.stdout), time.monotonic() + SECONDS
    while waiting and time.monotonic() < end:
        message = consumer.poll(1)
        if message is None or message.error() or message.key() != line.encode():
            continue
        for part, verdict in verdicts(json.loads(message.value())):
            if part in waiting:
                waiting.remove(part)
                out.writerow((part, *verdict))
    consumer.close()
    sys.exit(f"No verdict of {len(waiting)} parts, {sorted(waiting)[0]} among them" if waiting else 0)
