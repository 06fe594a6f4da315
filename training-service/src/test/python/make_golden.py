#!/usr/bin/env python3
"""Writes what PyTorch finds for a few steps of every method: losses, gradients, running statistics.

    python3 make_golden.py            writes ../resources/golden/METHOD.json

Needs PyTorch and NumPy. The steps are those of the seed notebook. Parameters and images follow from formulas that
GoldenTest.java knows too, so that the files hold results only: of each gradient its norm and a few elements.
Computed in double precision: what differs from it is our own rounding.
"""
import json
import os

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
BATCH, CLASSES, WIDTH, STEPS, SAMPLES = 8, 10, 8, 3, 24


def noise(count, salt):
    """Uniform in -1..1, from the index and the salt alone."""
    x = (np.arange(count, dtype=np.uint64) * 2654435761 + salt * 40503 + 12345).astype(np.uint64) & 0xFFFFFFFF
    for _ in range(2):
        x ^= x >> np.uint64(16)
        x = (x * np.uint64(0x45D9F3B)) & np.uint64(0xFFFFFFFF)
    x ^= x >> np.uint64(16)
    return x.astype(np.float64) / 2147483648.0 - 1


def images(salt):
    pixels = np.floor((noise(BATCH * 784, salt) + 1) * 128)
    return torch.from_numpy(pixels.reshape(BATCH, 1, 28, 28)) / 255


def dark(salt):
    """Images of half the brightness, so that the lines differ."""
    return torch.floor(images(salt) * 255 / 2) / 255


def labels():
    return torch.arange(BATCH) * 7 % CLASSES


class Same(nn.Conv2d):
    """Strided convolution of 3x3 with SAME padding: the extra row and column at the end."""

    def forward(self, x):
        return F.conv2d(F.pad(x, (0, 1, 0, 1)), self.weight, self.bias, self.stride)


class Transposed(nn.ConvTranspose2d):
    """Its adjoint."""

    def forward(self, x):
        y = F.conv_transpose2d(x, self.weight, self.bias, self.stride)
        return y[:, :, :2 * x.shape[2], :2 * x.shape[3]]


def extractor():
    return nn.Sequential(nn.Conv2d(1, 32, 7, padding=3), nn.ReLU(), nn.MaxPool2d(2),
                         nn.Conv2d(32, 64, 7, padding=3), nn.ReLU(), nn.MaxPool2d(2),
                         nn.Flatten(), nn.Linear(3136, 128), nn.ReLU())


def label_classifier():
    return nn.Sequential(nn.Linear(128, CLASSES))


def domain_classifier():
    return nn.Sequential(nn.Linear(128, 64), nn.ReLU(), nn.Linear(64, 2))


def norm(channels):
    return nn.BatchNorm2d(channels, eps=1e-3, momentum=0.01)


def generator():
    w = WIDTH
    return nn.Sequential(nn.Conv2d(1, w, 7, padding=3, bias=False), norm(w), nn.ReLU(),
                         Same(w, 2 * w, 3, stride=2, bias=False), norm(2 * w), nn.ReLU(),
                         Same(2 * w, 4 * w, 3, stride=2, bias=False), norm(4 * w), nn.ReLU(),
                         Transposed(4 * w, 2 * w, 3, stride=2, bias=False), norm(2 * w), nn.ReLU(),
                         Transposed(2 * w, w, 3, stride=2, bias=False), norm(w), nn.ReLU(),
                         nn.Conv2d(w, 1, 7, padding=3), nn.Tanh())


def discriminator():
    w = WIDTH
    return nn.Sequential(nn.Conv2d(1, w, 4, stride=2, padding=1), nn.LeakyReLU(0.2),
                         nn.Conv2d(w, 2 * w, 4, stride=2, padding=1, bias=False), norm(2 * w), nn.LeakyReLU(0.2),
                         nn.Conv2d(2 * w, 4 * w, 4, padding="same", bias=False), norm(4 * w), nn.LeakyReLU(0.2),
                         nn.Conv2d(4 * w, 1, 4, padding="same"))


def named(network):
    """(layer number, kind, tensor) of every parameter, layers with parameters counted from 0."""
    layer = -1
    for module in network:
        if isinstance(module, nn.BatchNorm2d):
            layer += 1
            yield layer, "gamma", module.weight
            yield layer, "beta", module.bias
        elif hasattr(module, "weight"):
            layer += 1
            yield layer, "W", module.weight
            if module.bias is not None:
                yield layer, "b", module.bias


def filled(network, salt):
    for layer, kind, tensor in named(network):
        u = noise(tensor.numel(), salt * 1000 + layer * 4 + ["W", "b", "gamma", "beta"].index(kind))
        if kind == "W":
            window = tensor[0, 0].numel() if tensor.dim() == 4 else 1
            u = u * np.sqrt(6.0 / ((tensor.shape[0] + tensor.shape[1]) * window))
        else:
            u = 1 + 0.1 * u if kind == "gamma" else 0.05 * u
        tensor.data = torch.from_numpy(u.astype(np.float32).astype(np.float64)).reshape(tensor.shape)
    return network


def gradients(network):
    result = {}
    for layer, kind, tensor in named(network):
        flat = tensor.grad.detach().numpy().reshape(-1)
        where = ((noise(SAMPLES, 999) + 1) / 2 * len(flat)).astype(int)
        result[f"{layer}.{kind}"] = {"norm": float(np.linalg.norm(flat)), "largest": float(np.abs(flat).max()),
                                     "samples": [float(v) for v in flat[where]]}
    return result


def statistics(network):
    modules = [m for m in network if isinstance(m, nn.BatchNorm2d)]
    return [{"mean": m.running_mean.tolist(), "var": m.running_var.tolist()} for m in modules]


def adam(network, rate, beta1=0.9):
    return torch.optim.Adam(network.parameters(), lr=rate, betas=(beta1, 0.999), eps=1e-7)


def write(method, networks, step):
    record = {"losses": []}
    for i in range(STEPS):
        record["losses"].append(step())
        if i == 0:
            record["gradients"] = {name: gradients(network) for name, network in networks.items()}
    record["statistics"] = {name: s for name, network in networks.items() if (s := statistics(network))}
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "resources", "golden")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, method + ".json"), "w") as out:
        json.dump(record, out, indent=1)
        out.write("\n")


def source(method, rate):
    f, h = filled(extractor(), 1), filled(label_classifier(), 2)
    of, oh = adam(f, rate), adam(h, rate)
    xs, ys = images(101), labels()

    def step():
        loss = F.cross_entropy(h(f(xs)), ys)
        of.zero_grad(), oh.zero_grad(), loss.backward(), of.step(), oh.step()
        return {"classification": loss.item()}
    write(method, {"featureExtractor": f, "labelClassifier": h}, step)


def dann():
    f, h, d = filled(extractor(), 1), filled(label_classifier(), 2), filled(domain_classifier(), 3)
    of, oh, od = adam(f, 1e-4), adam(h, 2e-4), adam(d, 3e-3)
    # not 102: there a pooling window ties within rounding, and single and double precision choose different pixels
    xs, ys, xt = images(101), labels(), images(103)
    dom = torch.cat([torch.zeros(BATCH), torch.ones(BATCH)]).long()
    kept = {}

    def step():
        with torch.no_grad():
            feat = f(torch.cat([xs, xt]))
        domain = F.cross_entropy(d(feat), dom)
        od.zero_grad(), domain.backward(), od.step()
        kept.setdefault("gradients", [p.grad.clone() for p in d.parameters()])
        fs, ft = f(xs), f(xt)
        p = F.softmax(h(ft), 1)
        entropy = -(p * torch.log(p + 1e-8)).sum(1).mean()
        classification = F.cross_entropy(h(fs), ys)
        loss = classification - 0.1 * F.cross_entropy(d(torch.cat([fs, ft])), dom) + 0.1 * entropy
        of.zero_grad(), oh.zero_grad(), loss.backward(), of.step(), oh.step()
        for parameter, gradient in zip(d.parameters(), kept["gradients"]):
            parameter.grad = gradient.clone()
        return {"classification": classification.item(), "domain": domain.item(), "entropy": entropy.item()}
    write("dann", {"featureExtractor": f, "labelClassifier": h, "domainClassifier": d}, step)


def coral():
    f, h = filled(extractor(), 1), filled(label_classifier(), 2)
    of, oh = adam(f, 1e-4), adam(h, 2e-4)
    xs, ys, xt = images(101), labels(), dark(102)

    def cov(z):
        z = z - z.mean(0, keepdim=True)
        return z.t() @ z / (len(z) - 1)

    def step():
        fs, ft = f(xs), f(xt)
        loss = (cov(fs) - cov(ft)).square().sum() / (4 * fs.shape[1] ** 2)
        classification = F.cross_entropy(h(fs), ys)
        total = classification + 500000 * loss
        of.zero_grad(), oh.zero_grad(), total.backward(), of.step(), oh.step()
        return {"classification": classification.item(), "coral": loss.item()}
    write("coral", {"featureExtractor": f, "labelClassifier": h}, step)


def cyclegan():
    g, b = filled(generator(), 4), filled(generator(), 5)
    dm, du = filled(discriminator(), 6), filled(discriminator(), 7)
    og, ob, om, ou = (adam(n, 2e-4, 0.5) for n in (g, b, dm, du))
    # not 102: there single precision is right with AVX2 and 1.3 % off in the first layer with AVX-512, as where a value is next to a kink
    m, u = images(101) * 2 - 1, images(103) * 2 - 1

    def mse(scores, wanted):
        return F.mse_loss(scores, torch.full_like(scores, wanted))

    def step():
        fu, fm = g(m), b(u)
        cycle = (m - b(fu)).abs().mean() + (u - g(fm)).abs().mean()
        adversarial = mse(du(fu), 1.) + mse(dm(fm), 1.)
        identity = (u - g(u)).abs().mean() + (m - b(m)).abs().mean()
        og.zero_grad(), ob.zero_grad()
        (adversarial + 10 * cycle + 3 * identity).backward()
        og.step(), ob.step()
        fu, fm = fu.detach(), fm.detach()
        om.zero_grad(), ou.zero_grad()
        loss = 0.5 * (mse(dm(m), 1.) + mse(dm(fm), 0.)) + 0.5 * (mse(du(u), 1.) + mse(du(fu), 0.))
        loss.backward()
        om.step(), ou.step()
        return {"adversarial": adversarial.item(), "cycle": cycle.item(), "identity": identity.item(),
                "discriminator": loss.item()}
    write("cyclegan", {"sourceToTarget": g, "targetToSource": b, "sourceDiscriminator": dm,
                       "targetDiscriminator": du}, step)


if __name__ == "__main__":
    torch.set_num_threads(1)
    source("source", 1e-3)
    source("fine-tune", 1e-5)
    dann()
    coral()
    cyclegan()
