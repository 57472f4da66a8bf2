-- Snabb's learning bridge between ports in memory, which counts aloud until it is ended: "counted FRAMES at NANOSECONDS".
-- Arguments: stations in all; then for each port the capture file whose frames enter there over and over, or "-" for none.
local bridge = require("apps.bridge.learning").bridge
local counter = require("core.counter")
local link = require("core.link")
local packet = require("core.packet")
local pcap = require("lib.pcap.pcap")
local sink = require("apps.basic.basic_apps").Sink
local C = require("ffi").C

local stations = tonumber(main.parameters[1])
local files = {select(2, unpack(main.parameters))}

local Source = {}

function Source:new (file)
   local frames = {}
   if file ~= "-" then
      for bytes in pcap.records(file) do table.insert(frames, packet.from_string(bytes)) end
   end
   return setmetatable({frames = frames, turn = 1}, {__index = Source})
end

-- A frame in a link is the receiver's: each one sent is a copy.
function Source:pull ()
   local frames, turn, output = self.frames, self.turn, self.output.tx
   if #frames == 0 then return end
   for _ = 1, engine.pull_npackets do
      link.transmit(output, packet.clone(frames[turn]))
      turn = turn < #frames and turn + 1 or 1
   end
   self.turn = turn
end

local plan = config.new()
local ports, senders = {}, 0
for i, file in ipairs(files) do
   local port = "p" .. i
   table.insert(ports, port)
   if file ~= "-" then senders = senders + 1 end
   config.app(plan, "source" .. i, Source, file)
   config.app(plan, "sink" .. i, sink)
end
config.app(plan, "bridge", bridge, {ports = ports, config = {mac_table = {size = math.max(256, stations), verbose = false}}})
for i, port in ipairs(ports) do
   config.link(plan, "source" .. i .. ".tx -> bridge." .. port)
   config.link(plan, "bridge." .. port .. " -> sink" .. i .. ".rx")
end
engine.configure(plan)

-- Every frame leaves by one other port, or by all of them if one port alone sends.
local copies = senders == 1 and #ports - 1 or 1

local function forwarded ()
   local frames = 0
   for i = 1, #ports do
      frames = frames + tonumber(counter.read(engine.app_table["sink" .. i].input.rx.stats.rxpackets))
   end
   return frames / copies
end

while true do
   engine.main({duration = 0.1, no_report = true})
   print(("counted %d at %d"):format(forwarded(), C.get_monotonic_time() * 1e9))
   io.stdout:flush()
end
