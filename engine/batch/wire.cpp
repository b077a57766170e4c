#include "batch/wire.hpp"

#include <boost/archive/binary_iarchive.hpp>
#include <boost/archive/binary_oarchive.hpp>
#include <boost/serialization/split_free.hpp>
#include <boost/serialization/string.hpp>
#include <boost/serialization/vector.hpp>
#include <boost/version.hpp>
#include <sstream>

namespace boost::serialization {

/// Boost 1.74 knows boost::optional only.
template <class Archive, class T> void save(Archive& archive, const std::optional<T>& value, unsigned) {
    const bool there = value.has_value();
    archive << there;
    if (there) archive << *value;
}
template <class Archive, class T> void load(Archive& archive, std::optional<T>& value, unsigned) {
    bool there = false;
    archive >> there;
    value.reset();
    if (there) archive >> value.emplace();
}
template <class Archive, class T> void serialize(Archive& archive, std::optional<T>& value, unsigned version) { split_free(archive, value, version); }

}  // namespace boost::serialization

namespace goho {

template <class Archive> void serialize(Archive& archive, Month& m, unsigned) { archive & m.index; }
template <class Archive> void serialize(Archive& archive, Text& t, unsigned) { archive & t.en & t.ja; }
template <class Archive> void serialize(Archive& archive, Proposal& p, unsigned) { archive & p.kind & p.value & p.pointer; }
template <class Archive> void serialize(Archive& archive, Problem& p, unsigned) {
    archive & p.code & p.file & p.pointer & p.line & p.column & p.message & p.hint & p.proposal;
}

}  // namespace goho

namespace goho::stakeholders {

template <class Archive> void serialize(Archive& archive, Insolvency& i, unsigned) {
    archive & i.first_short & i.months_short & i.deepest & i.deepest_month & i.needed;
}

}  // namespace goho::stakeholders

namespace goho::batch {

template <class Archive> void serialize(Archive& archive, YearRow& y, unsigned) { archive & y.year & y.first & y.last & y.values; }
template <class Archive> void serialize(Archive& archive, GateRow& g, unsigned) {
    archive & g.gate & g.verdict & g.fiscal_year & g.figure & g.threshold & g.due & g.years_missed;
}
template <class Archive> void serialize(Archive& archive, TargetRow& t, unsigned) {
    archive & t.target & t.year & t.variable & t.bound & t.value & t.figure & t.verdict;
}
template <class Archive> void serialize(Archive& archive, Computed& c, unsigned) {
    archive & c.start & c.months & c.behaves & c.insolvency & c.residual & c.years & c.gates & c.targets;
}
/// Numbers of rows are the leader's.
template <class Archive> void serialize(Archive& archive, RunRow& r, unsigned) {
    archive & r.file & r.point & r.name & r.hash & r.values & r.problems & r.notes;
}
template <class Archive> void serialize(Archive& archive, Finished& f, unsigned) { archive & f.row & f.has_row & f.computed; }
template <class Archive> void serialize(Archive& archive, Setup& s, unsigned) { archive & s.version & s.sweep & s.known; }
template <class Archive> void serialize(Archive& archive, Portion& p, unsigned) { archive & p.point & p.runs & p.files; }
template <class Archive> void serialize(Archive& archive, Answered& a, unsigned) { archive & a.runs & a.seconds; }

namespace {

constexpr unsigned flags = boost::archive::no_header | boost::archive::no_tracking;

template <class T> std::string written(const T& value) {
    std::ostringstream out;
    boost::archive::binary_oarchive(out, flags) << value;
    return out.str();
}
template <class T> T read(std::string_view bytes) {
    std::istringstream in{std::string(bytes)};
    T value;
    boost::archive::binary_iarchive(in, flags) >> value;
    return value;
}

}  // namespace

std::string write_setup(const Setup& setup) { return written(setup); }
Setup read_setup(std::string_view bytes) { return read<Setup>(bytes); }
std::string write_portion(const Portion& portion) { return written(portion); }
Portion read_portion(std::string_view bytes) { return read<Portion>(bytes); }
std::string write_answer(const Answered& answered) { return written(answered); }
Answered read_answer(std::string_view bytes) { return read<Answered>(bytes); }

}  // namespace goho::batch
