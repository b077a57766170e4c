#include "views/page.hpp"
