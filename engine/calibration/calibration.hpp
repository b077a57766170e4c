// Fits quantities of a plan to the months that have happened: values, how sure they are, what the history cannot tell
// apart, and which of them may now be called the company's own figures (grade A).
// Theory: docs/model/calibration.md. Guide: docs/guide/calibration.md.
#pragma once

#include "accounting/statutes.hpp"
#include "calibration/least_squares.hpp"
#include "calibration/series.hpp"
#include "core/problem.hpp"
#include "simulation/scenario.hpp"

#include <functional>
#include <string>
#include <vector>

namespace goho::calibration {

/// A quantity to be fitted.
struct Quantity {
    std::string pointer;
    simulation::Address address;
    Text label;
    std::string_view unit;
    Evidence evidence = Evidence::own_data;  // grade of the table's row
    double before = 0.0;
    double low = 0.0, high = 0.0;            // what is allowed, or what was asked for
};

struct Request {
    std::vector<std::string> vary;  // "/segments/main/price", "/segments/*/price", "/segments/main/price=90..120"
    std::vector<std::string> use;   // "net_sales", "/segments/main/net_sales"; empty: see Use
    int months_for_evidence = 12;   // that must speak of a quantity before it is grade A; at least 1
    int threads = 0;                // 0: as many as the machine has; the result is the same
    std::function<bool()> stop;     // asked again and again, from several threads; empty: never
};

/// What became of one quantity.
struct Calibrated {
    Quantity quantity;
    Estimate estimate;
    int months = 0;             // of the history that move with it
    Evidence evidence = Evidence::own_data;  // afterwards
    bool identified = false;
    Text reason;                // why the grade is what it is, in a sentence
};

struct CalibratedSeries {
    Series series;
    SeriesFit fit;
    std::vector<double> modelled;
};

struct Calibration {
    Text name;
    Month first, last;  // of the history
    int months = 0;
    std::vector<Calibrated> quantities;
    std::vector<CalibratedSeries> series;
    std::vector<Text> findings;  // what could not be identified, in sentences
    Fit fit;
};

/// Problems: no actual months, quantities or figures that do not exist, nothing of the history that moves, or "stopped".
Result<Calibration> calibrate(const simulation::Scenario& scenario, const accounting::Statutes& statutes, const Request& request);

/// What --vary says, one quantity for each item where the pointer has a *.
std::vector<Quantity> read_quantities(const simulation::Scenario& scenario, const std::vector<std::string>& vary, Problems& problems);

/// The history that --use says, or all of it.
std::vector<Series> read_series(const simulation::Scenario& scenario, const std::vector<std::string>& use, Problems& problems);

/// The scenario with the fitted values in place of what it had.
simulation::Scenario fitted(const simulation::Scenario& scenario, const Calibration& result);

}  // namespace goho::calibration
