// What a worker may no longer do once it has started: open sockets, write files, start programs, take
// more memory than it was given. For the calling process and all its threads, for ever. What it may
// still do is read files (models and fonts are loaded when first needed) and answer on the sockets
// that it has.
#pragma once

#include <cstdint>

#include "models/core/result.h"

namespace vanthu::run {

// memory_bytes: limit of the address space, 0 none. Not set under sanitizers, which reserve
// terabytes. kInternal where the kernel refuses.
Status EnterSandbox(uint64_t memory_bytes);

// What a program that we start may not do: reach a network, hold the memory limit, leave a core. It
// writes files, and talks to itself over sockets of this machine.
Status EnterSofficeSandbox(uint64_t memory_bytes);

}  // namespace vanthu::run
