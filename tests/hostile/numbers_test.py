"""Numbers that nobody should write: each is either reckoned with, to the yen, or refused with its place and the bounds."""
import json
import math
import unittest

from hostile import CHECK, FINE, Hostile, goho, sound, with_raw

PLACES = ["/segments/main/price", "/opening/cash", "/job_groups/makers/headcount", "/job_groups/makers/monthly_pay", "/loans/bank/annual_interest_rate",
          "/company/months", "/tax/loss_carried_forward"]


class Numbers(Hostile):
    def result(self, plan):
        path = self.put(plan)
        done = goho("run", path, "--format", "json")
        self.assertIn(done.code, (FINE, CHECK), done.said)
        said = json.loads(done.text, parse_constant=lambda word: self.fail(f"{word} in a result"))
        self.finite(said)
        return said

    def finite(self, value):
        if isinstance(value, float):
            self.assertTrue(math.isfinite(value))
        for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            self.finite(part)

    def test_too_large_for_any_figure(self):
        for raw in ("1e300", "-1e300", "1e308", "1" + "0" * 29, "123456789012345678901234567890", "1" + "0" * 300):
            for place in PLACES[:6]:
                self.refused(goho("run", self.put(with_raw(place, raw))), f"{place}: ", "outside the allowed range")

    def test_too_large_for_a_number(self):
        for raw in ("1e309", "-1e309", "1e99999", "1" + "0" * 400):
            for place in PLACES[:6]:
                self.refused(goho("run", self.put(with_raw(place, raw))), "plan.json:1:", "is too large")

    def test_words_that_are_no_numbers(self):
        for raw in ("NaN", "-NaN", "Infinity", "-Infinity", "nan", "inf"):
            for place in PLACES[:6]:
                self.refused(goho("run", self.put(with_raw(place, raw))), "plan.json:1:", f"JSON has no {raw}")
        for raw in ('"NaN"', '"Infinity"', '"1e300円"', '"１e5円"', '"0x10円"', '""', '"円"'):
            self.refused(goho("run", self.put(with_raw(PLACES[0], raw))), f"{PLACES[0]}: expected")

    def test_almost_nothing(self):
        for raw in ("5e-324", "1e-400", "-0.0", "0", "-0", "2.2250738585072011e-308"):
            for place in (PLACES[0], *PLACES[2:5]):
                self.result(with_raw(place, raw))

    def test_minus_zero_is_zero(self):
        zero, minus = (self.result(with_raw(PLACES[0], raw)) for raw in ("0", "-0.0"))
        self.assertEqual(zero, minus)

    def test_parts_of_a_yen_do_not_open_the_books(self):
        for raw in ("5e-324", "0.5", "30000000.25"):
            self.refused(goho("run", self.put(with_raw("/opening/cash", raw))), "/opening/cash: ", "whole")

    def test_nothing_at_all(self):
        empty = {"format": 1, "company": {"start": "2027-04"}, "segments": {"none": {"price": 0, "volume": 0, "unit_variable_cost": 0}}}
        for behaviour in (None, {"behaviour": "full"}):
            if behaviour:
                empty["simulation"] = behaviour
            done = goho("run", self.put(empty), "--format", "json")
            self.assertIn(done.code, (FINE, 3), done.said)
            if done.code == FINE:
                self.finite(json.loads(done.text))

    def test_nobody_and_nothing_to_sell(self):
        plan = sound()
        plan["job_groups"]["makers"]["headcount"] = 0
        for segment in plan["segments"].values():
            segment["volume"] = 0
        self.result(plan)
        del plan["job_groups"], plan["timeline"]
        self.result(plan)

    def test_negative_prices_and_wages(self):
        for place, raw in ((PLACES[0], "-1"), (PLACES[0], '"△1円"'), (PLACES[3], "-0.01"), (PLACES[2], "-1"), ("/segments/main/volume", "-1")):
            self.refused(goho("run", self.put(with_raw(place, raw))), f"{place}: ", "outside the allowed range 0 to")

    def test_every_bound_of_every_parameter(self):
        """At the bound a value is taken as it is, beyond it is refused, whatever else is then wrong with the plan."""
        schema = json.loads(goho("schema", language=None).text)
        collections = {"segments": "main", "loans": "bank", "job_groups": "makers", "cost_lines": "rent"}
        tried = 0
        inside, outside, count = sound(), sound(), 0
        for section in ("segments", "loans", "job_groups", "cost_lines"):
            rules = schema["properties"][section]["additionalProperties"]
            rules = rules.get("properties") or schema["$defs"][rules["$ref"].rsplit("/", 1)[-1]]["properties"]
            for name, rule in rules.items():
                numbers = next((one for one in (rule, *rule.get("anyOf", ())) if one.get("type") == "number" and "maximum" in one), None)
                if numbers is None:
                    continue
                tried += 1
                outside[section][collections[section]][name] = math.nextafter(numbers["maximum"], math.inf) if numbers["maximum"] else 1e-9
                inside[section][collections[section]][name] = numbers["maximum"]
                count += 1
        self.assertGreater(tried, 20)
        said = goho("validate", self.put(outside)).said
        self.assertEqual(said.count("outside the allowed range"), count, said)
        self.assertNotIn("outside the allowed range", goho("validate", self.put(inside)).said)


if __name__ == "__main__":
    unittest.main()
