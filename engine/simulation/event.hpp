// An event (出来事): something that happens once in a scenario: a champion leaves, a security incident, a key customer
// is lost. In a single run chance plays no part: what can happen happens only where an event says so.
#pragma once

#include "core/parameter.hpp"

namespace goho::simulation::event {

enum class Kind { champion_leaves, security_incident, key_customer_lost };
inline constexpr auto kind_options = std::to_array<Option>({
    {"champion_leaves", {"The person who drives it leaves", "推進担当者の離職・異動"}},
    {"security_incident", {"Security incident", "情報セキュリティ事故"}},
    {"key_customer_lost", {"Key customer lost", "主要顧客の喪失"}},
});
constexpr std::span<const Option> options(Kind) { return kind_options; }

template <class Real> struct Parameters {
    Kind kind = Kind::champion_leaves;
    Month month;
    Reference initiative;
    Reference segment;
    Real size = 1.0;
};

template <class Real> using P = Parameters<Real>;
template <class Real>
inline constexpr auto parameters = std::to_array<Parameter<P<Real>>>({
    option("kind", choice<&P<Real>::kind>, {"What happens", "内容"}, {"What happens in the month.", "その月に起こること。"}, Need::required),
    month("month", &P<Real>::month, {"Month", "発生月"}, {"Month in which it happens.", "発生する月。"}, Need::required),
    reference("initiative", &P<Real>::initiative, "initiatives", {"Initiative", "対象の施策"},
              {"The initiative it concerns; without it, all of them.", "対象となる施策。省略するとすべての施策。"}),
    reference("segment", &P<Real>::segment, "segments", {"Segment", "対象の部門"},
              {"The segment it concerns; without it, all of them.", "対象となる部門。省略するとすべての部門。"}),
    quantity("size", &P<Real>::size, "times", {0.0, 1000.0}, {0.0, 3.0}, {"Size", "規模"},
             {"Incidents, champions that leave (1 = wholly), or the share of customers lost (0.2 = a fifth).",
              "事故の件数、離れる推進担当者（1=全員）、または失う顧客の割合（0.2=2割）。"},
             Evidence::own_data, "user"),
});
template <class Real> constexpr auto& table(std::type_identity<Parameters<Real>>) { return parameters<Real>; }

}  // namespace goho::simulation::event
