"""The simulation's model in SimPy, as a peer: same rules, own randomness, written apart from Palet's code.

Reads a case as JSON on standard input, writes per-run figures as JSON. One municipality, several profiles and types,
a shelter, planned places with chance and delay, self-exit, returns.
"""

import json
import random
import sys
import time

import simpy


class Region:
    def __init__(self, env, case, rng):
        self.env, self.case, self.rng = env, case, rng
        self.homes = {t["id"]: 0 for t in case["types"]}
        self.taken = {t["id"]: 0 for t in case["types"]}
        self.types = {t["id"]: t for t in case["types"]}
        self.profiles = {p["id"]: p for p in case["profiles"]}
        self.queue = []
        self.beds = case["beds"]
        self.in_bed = 0
        self.person_months = 0.0
        self.waited = self.housed = 0
        self.record = []

    def draw(self, r):
        low, value, high = r
        return self.rng.triangular(low, high, value) if high > low else value

    def free_type(self, profile):
        for t in self.profiles[profile]["suits"]:
            if self.taken[t] < self.homes[t]:
                return t
        return None

    def person(self, profile, place=None):
        """The whole course of one person."""
        env, rng = self.env, self.rng
        while True:
            if place is None:
                since = env.now
                place = self.free_type(profile)
                if place is None:
                    call = env.event()
                    entry = [profile, call, False]
                    self.queue.append(entry)
                    self.fill_beds()
                    patience = env.timeout(rng.expovariate(self.values["exit/" + profile]))
                    result = yield call | patience
                    if call not in result:
                        self.queue.remove(entry)
                        self.leave_bed(entry)
                        self.person_months += env.now - since
                        return
                    place = call.value
                else:
                    self.taken[place] += 1
                self.person_months += env.now - since
                self.waited += env.now - since
                self.housed += 1
            moved_in = env.now
            yield env.timeout(rng.expovariate(1 / self.values["stay/" + place]))
            self.person_months += env.now - moved_in
            self.taken[place] -= 1
            returns = rng.random() < self.values["return/" + place]
            self.fill(place)
            place = None
            if not returns:
                return

    def fill(self, place):
        while self.taken[place] < self.homes[place]:
            for entry in self.queue:
                if place in self.profiles[entry[0]]["suits"]:
                    break
            else:
                return
            self.queue.remove(entry)
            self.leave_bed(entry)
            self.taken[place] += 1
            entry[1].succeed(place)

    def fill_beds(self):
        for entry in self.queue:
            if self.in_bed >= self.beds:
                return
            if not entry[2]:
                entry[2] = True
                self.in_bed += 1

    def leave_bed(self, entry):
        if entry[2]:
            self.in_bed -= 1
            self.fill_beds()

    def arrivals(self):
        rate = self.values["inflow"]
        ids = list(self.profiles)
        weights = [self.values["share/" + p] for p in ids]
        while True:
            yield self.env.timeout(self.rng.expovariate(rate))
            self.env.process(self.person(self.rng.choices(ids, weights)[0]))

    def delivery(self, lot):
        if self.rng.random() >= lot["chance"]:
            return
        yield self.env.timeout(lot["date"] + self.draw(lot["delay"]))
        self.homes[lot["type"]] += lot["places"]
        self.fill(lot["type"])

    def closing(self, at, beds):
        yield self.env.timeout(at)
        self.beds -= beds

    def recorder(self):
        for end in self.case["monthEnds"]:
            yield self.env.timeout(end - self.env.now)
            self.record.append((len(self.queue), sum(self.taken.values()), self.in_bed))

    def run(self):
        case, env = self.case, self.env
        self.values = {key: self.draw(r) for key, r in case["values"].items()}
        env.process(self.recorder())
        for lot in case["present"]:
            self.homes[lot["type"]] += lot["places"]
        for t, places in self.homes.items():
            wanted = int(places * self.values["occupied"] + self.rng.random())
            suited = [p for p in self.profiles if t in self.profiles[p]["suits"]]
            weights = [self.values["share/" + p] for p in suited]
            for _ in range(min(wanted, places)):
                self.taken[t] += 1
                env.process(self.person(self.rng.choices(suited, weights)[0], t))
        ids = list(self.profiles)
        weights = [self.values["share/" + p] for p in ids]
        for _ in range(int(self.values["waiting"] + 0.5)):
            env.process(self.person(self.rng.choices(ids, weights)[0]))
        env.process(self.arrivals())
        for lot in case["planned"]:
            env.process(self.delivery(lot))
        for at, beds in case["closings"]:
            env.process(self.closing(at, beds))
        end = case["monthEnds"][-1]
        env.run(until=end + 1e-9)
        # Who is still here at the end counts too: their months follow from the stocks, seen from the monthly record.
        return self


def main():
    case = json.load(sys.stdin)
    rng = random.Random(case["seed"])
    runs, started = [], time.process_time()
    for _ in range(case["runs"]):
        region = Region(simpy.Environment(), case, rng).run()
        runs.append(
            {
                "months": region.record,
                "timeToHouse": region.waited / region.housed if region.housed else None,
            }
        )
    json.dump({"seconds": time.process_time() - started, "runs": runs}, sys.stdout)


main()
