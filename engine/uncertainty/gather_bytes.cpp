// What a gathering holds of some trials as bytes, for other processes and for the journal of long runs.
#include "uncertainty/gather.hpp"

#include <boost/archive/binary_iarchive.hpp>
#include <boost/archive/binary_oarchive.hpp>
#include <boost/serialization/array_wrapper.hpp>
#include <boost/serialization/vector.hpp>
#include <sstream>

namespace goho::statistics {

template <class Archive> void serialize(Archive& archive, Moments& m, unsigned) {
    archive & m.count & m.missing & m.mean & m.squares & m.smallest & m.largest;
}

}  // namespace goho::statistics

namespace goho::uncertainty {

namespace {

constexpr unsigned flags = boost::archive::no_header | boost::archive::no_tracking;

std::uint64_t block_of(std::uint64_t trial) { return trial / block_trials; }

}  // namespace

template <class Archive> void serialize(Archive& archive, Votes& v, unsigned) { archive & v.met & v.missed & v.not_computable; }
template <class Archive> void serialize(Archive& archive, Wins& w, unsigned) { archive & w.better & w.equal & w.worse & w.missing; }

template <class Archive> void save(Archive& archive, const Counts& c) {
    std::vector<std::vector<std::uint64_t>> sketches;
    for (const auto& sketch : c.sketches) sketches.push_back(sketch.words());
    archive << c.gates << c.gate_years << c.targets << c.first_short << c.wins << sketches;
}
template <class Archive> void load(Archive& archive, Counts& c) {
    std::vector<std::vector<std::uint64_t>> sketches;
    archive >> c.gates >> c.gate_years >> c.targets >> c.first_short >> c.wins >> sketches;
    for (const auto& words : sketches) c.sketches.push_back(statistics::Sketch::from_words(words));
}

std::string Gathering::pack(std::uint64_t first, std::uint64_t count) const {
    std::ostringstream out;
    boost::archive::binary_oarchive archive(out, flags);
    for (std::size_t s = 0; s < plan_.subjects.size(); ++s) {
        save(archive, counts(s));
        if (counting_) continue;
        for (std::uint64_t at = 0; at < values_[s].size(); at += kept_) archive << boost::serialization::make_array(values_[s].data() + at + first, count);
    }
    for (std::uint64_t block = block_of(first); block <= block_of(first + count - 1); ++block) archive << moments_[block];
    return out.str();
}

void Gathering::unpack(std::uint64_t first, std::uint64_t count, std::string_view bytes) {
    std::istringstream in{std::string(bytes)};
    boost::archive::binary_iarchive archive(in, flags);
    auto& slot = slots_.front();
    slot.resize(plan_.subjects.size());
    for (std::size_t s = 0; s < plan_.subjects.size(); ++s) {
        Counts more;
        load(archive, more);
        slot[s].merge(more);
        if (counting_) continue;
        for (std::uint64_t at = 0; at < values_[s].size(); at += kept_) {
            auto place = boost::serialization::make_array(values_[s].data() + at + first, count);
            archive >> place;
        }
    }
    for (std::uint64_t block = block_of(first); block <= block_of(first + count - 1); ++block) archive >> moments_[block];
}

void Gathering::forget_counts() {
    for (auto& slot : slots_) slot.clear();
}

}  // namespace goho::uncertainty
