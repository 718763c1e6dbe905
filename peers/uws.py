"""A room on uWebSockets: every text message goes to every socket. Peer for BENCHMARKS.md."""
import sys
from socketify import App, CompressOptions, OpCode

app = App()
app.ws("/*", {
    "compression": CompressOptions.DISABLED,
    "max_payload_length": 64 * 1024,
    "idle_timeout": 0,
    "open": lambda ws: ws.subscribe("room"),
    "message": lambda ws, message, opcode: app.publish("room", message, OpCode.TEXT, False),
})
app.listen(int(sys.argv[1]), lambda config: print("listening", config.port, flush=True))
app.run()
