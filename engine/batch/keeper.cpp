#include "batch/keeper.hpp"

#include <algorithm>

namespace goho::batch {

namespace {

constexpr std::size_t most_shown = 100;

}  // namespace

Keeper::Keeper(const Request& request, Store& store, Outcome& outcome) : request_(request), store_(store), outcome_(outcome), known_(store.known()) {
    for (const auto& [hash, id] : known_) next_result_ = std::max(next_result_, id + 1);
}

std::vector<std::string> Keeper::known_hashes() const {
    std::vector<std::string> hashes;
    for (const auto& [hash, id] : known_) hashes.push_back(hash);
    return hashes;
}

void Keeper::add(const std::string& hash, const Computed& computed) {
    const auto [place, fresh] = known_.try_emplace(hash, next_result_);
    if (!fresh) return;
    store_.put_result(next_result_++, hash, computed);
    ++outcome_.progress.computed;
}

void Keeper::keep(Finished finished) {
    Progress& progress = outcome_.progress;
    RunRow& row = finished.row;
    ++progress.done;
    if (!finished.has_row) {
        ++progress.failed;
        return;
    }
    row.id = ++rows_;
    if (finished.computed) add(row.hash, *finished.computed);
    if (const auto place = known_.find(row.hash); place != known_.end()) {
        row.result = place->second;
    } else if (!row.hash.empty()) {  // and all that are alike
        row.problems = broken_.try_emplace(row.hash, row.problems).first->second;
        row.hash.clear();
    }
    if (row.hash.empty()) ++progress.failed;
    if (store_.put_run(row)) {
        ++progress.changed;
        if (outcome_.changed.size() < most_shown && (outcome_.changed.empty() || outcome_.changed.back() != row.file)) outcome_.changed.push_back(row.file);
    }
    for (const Problem& problem : row.problems) {
        if (outcome_.problems.size() < most_shown) outcome_.problems.push_back(problem);
    }
    proceed();
}

bool Keeper::proceed() {
    if (!request_.watch(outcome_.progress)) stopped_ = true;
    return !stopped_;
}

}  // namespace goho::batch
