#include "cluster/share.hpp"

#include <charconv>

namespace goho::cluster {

Result<Share> read_share(std::string_view written) {
    Share share;
    const char* const end = written.data() + written.size();
    const auto number = std::from_chars(written.data(), end, share.number);
    const bool slash = number.ec == std::errc() && number.ptr != end && *number.ptr == '/';
    const auto of = slash ? std::from_chars(number.ptr + 1, end, share.of) : number;
    if (slash && of.ec == std::errc() && of.ptr == end && share.number >= 1 && share.number <= share.of && share.of <= most_shares) return {share, {}};
    const std::string text(written);
    return {{},
            {{"bad-option", {}, {}, 0, 0,
              {"--share " + text + ": a share is written 3/10, the first number from 1 to the second, which is at most 100,000",
               "--share " + text + ": 「3/10」の形で指定してください（前の数は1以上で後の数以下、後の数は10万以下）"},
              {}}}};
}

}  // namespace goho::cluster
