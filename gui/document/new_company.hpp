// What a planner starts from who has no file yet: a small company that is sound and can be computed.
#pragma once

#include "document/json_path.hpp"

namespace goho::gui {

/// It starts with the April after today.
Json small_company();

}  // namespace goho::gui
