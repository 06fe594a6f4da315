"""The same networks and steps in PyTorch. Arguments: ROW STEPS THREADS. Says "first" after one step and "ready" after
some more; then answers each line "run" with "= NUMBER": median milliseconds of a step, or images a second."""
import os, statistics, sys, time

name, steps, threads = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
os.environ["OMP_NUM_THREADS"] = str(threads)

import torch
import torch.nn as nn
import torch.nn.functional as F

torch.set_num_threads(threads)
torch.manual_seed(0)
BATCH, CLASSES, WIDTH, WARM_UP = 128, 10, 64, 2


def initialised(module):
    for layer in module.modules():
        if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
            nn.init.xavier_uniform_(layer.weight)
            if layer.bias is not None:
                nn.init.zeros_(layer.bias)
    return module


def feature_extractor():
    return initialised(nn.Sequential(
        nn.Conv2d(1, 32, 7, padding=3), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 7, padding=3), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(64 * 7 * 7, 128), nn.ReLU()))


def label_classifier():
    return initialised(nn.Linear(128, CLASSES))


def domain_classifier():
    return initialised(nn.Sequential(nn.Linear(128, 64), nn.ReLU(), nn.Linear(64, 2)))


def normalised(layer, channels, activation):
    return [layer, nn.BatchNorm2d(channels, eps=1e-3, momentum=0.01), activation]


def generator(w=WIDTH):
    halve = dict(stride=2, padding=1, bias=False)
    double = dict(output_padding=1, **halve)
    return initialised(nn.Sequential(
        *normalised(nn.Conv2d(1, w, 7, padding=3, bias=False), w, nn.ReLU()),
        *normalised(nn.Conv2d(w, 2 * w, 3, **halve), 2 * w, nn.ReLU()),
        *normalised(nn.Conv2d(2 * w, 4 * w, 3, **halve), 4 * w, nn.ReLU()),
        *normalised(nn.ConvTranspose2d(4 * w, 2 * w, 3, **double), 2 * w, nn.ReLU()),
        *normalised(nn.ConvTranspose2d(2 * w, w, 3, **double), w, nn.ReLU()),
        nn.Conv2d(w, 1, 7, padding=3), nn.Tanh()))


def discriminator(w=WIDTH):
    return initialised(nn.Sequential(
        nn.Conv2d(1, w, 4, stride=2, padding=1), nn.LeakyReLU(0.2),
        *normalised(nn.Conv2d(w, 2 * w, 4, stride=2, padding=1, bias=False), 2 * w, nn.LeakyReLU(0.2)),
        *normalised(nn.Conv2d(2 * w, 4 * w, 4, padding="same", bias=False), 4 * w, nn.LeakyReLU(0.2)),
        nn.Conv2d(4 * w, 1, 4, padding="same")))


def adam(rate, *modules, beta1=0.9):
    return torch.optim.Adam([p for m in modules for p in m.parameters()], lr=rate, betas=(beta1, 0.999), eps=1e-7)


def update(loss, *optimizers):
    for optimizer in optimizers:
        optimizer.zero_grad()
    loss.backward()
    for optimizer in optimizers:
        optimizer.step()


def source_step(xs, ys, xt):
    f, h = feature_extractor(), label_classifier()
    optimizer = adam(1e-3, f, h)
    return lambda: update(F.cross_entropy(h(f(xs)), ys), optimizer)


def dann_step(xs, ys, xt):
    f, h, d = feature_extractor(), label_classifier(), domain_classifier()
    of, oh, od = adam(1e-4, f), adam(2e-4, h), adam(3e-3, d)
    lines = torch.cat([torch.zeros(BATCH), torch.ones(BATCH)]).long()

    def step():
        with torch.no_grad():
            features = f(torch.cat([xs, xt]))
        update(F.cross_entropy(d(features), lines), od)
        fs, ft = f(xs), f(xt)
        p = F.softmax(h(ft), 1)
        entropy = -(p * torch.log(p + 1e-8)).sum(1).mean()
        domain = F.cross_entropy(d(torch.cat([fs, ft])), lines)
        update(F.cross_entropy(h(fs), ys) - 0.1 * domain + 0.1 * entropy, of, oh)
    return step


def coral_step(xs, ys, xt):
    f, h = feature_extractor(), label_classifier()
    of, oh = adam(1e-4, f), adam(2e-4, h)

    def covariance(z):
        z = z - z.mean(0, keepdim=True)
        return z.t() @ z / (len(z) - 1)

    def step():
        fs, ft = f(xs), f(xt)
        coral = (covariance(fs) - covariance(ft)).square().sum() / (4 * fs.shape[1] ** 2)
        update(F.cross_entropy(h(fs), ys) + 500 * coral, of, oh)
    return step


def cyclegan_step(xs, ys, xt):
    g, back, ds, dt = generator(), generator(), discriminator(), discriminator()
    og, ob, os_, ot = (adam(2e-4, m, beta1=0.5) for m in (g, back, ds, dt))
    s, t = xs * 2 - 1, xt * 2 - 1

    def squared(scores, wanted):
        return F.mse_loss(scores, torch.full_like(scores, wanted))

    def distance(a, b):
        return (a - b).abs().mean()

    def step():
        fake_t, fake_s = g(s), back(t)
        cycle = distance(s, back(fake_t)) + distance(t, g(fake_s))
        adversarial = squared(dt(fake_t), 1.) + squared(ds(fake_s), 1.)
        identity = distance(t, g(t)) + distance(s, back(s))
        update(adversarial + 10 * cycle + 3 * identity, og, ob)
        fake_t, fake_s = fake_t.detach(), fake_s.detach()
        update(0.5 * (squared(ds(s), 1.) + squared(ds(fake_s), 0.))
               + 0.5 * (squared(dt(t), 1.) + squared(dt(fake_t), 0.)), os_, ot)
    return step


def pixels():
    return bytearray(torch.randint(0, 256, (BATCH * 28 * 28,), dtype=torch.uint8).numpy().tobytes())


def images(data):
    return torch.frombuffer(data, dtype=torch.uint8).reshape(BATCH, 1, 28, 28).float()


def infer_classifier():
    f, h, data = feature_extractor().eval(), label_classifier().eval(), pixels()

    def step():
        with torch.no_grad():
            return F.softmax(h(f(images(data) / 255)), 1).numpy()
    return step


def infer_generator():
    g, data = generator().eval(), pixels()

    def step():
        with torch.no_grad():
            translated = g(images(data) * (2 / 255) - 1)
            return ((translated + 1) * 127.5).round().clamp(0, 255).to(torch.uint8).numpy().tobytes()
    return step


def milliseconds(step):
    began = time.perf_counter()
    step()
    return (time.perf_counter() - began) * 1e3


TRAINING = {"source": source_step, "dann": dann_step, "coral": coral_step, "cyclegan": cyclegan_step}
INFERENCE = {"infer-classifier": infer_classifier, "infer-generator": infer_generator}

if name in TRAINING:
    step = TRAINING[name](torch.rand(BATCH, 1, 28, 28), torch.randint(0, CLASSES, (BATCH,)), torch.rand(BATCH, 1, 28, 28))
else:
    step = INFERENCE[name]()
step()
print("first", flush=True)
for _ in range(WARM_UP):
    step()
print("ready", flush=True)
for line in sys.stdin:
    if line.strip() != "run":
        break
    median = statistics.median(milliseconds(step) for _ in range(steps))
    print("=", median if name in TRAINING else BATCH * 1e3 / median, flush=True)
