// A room on Node's `ws`: every text message goes to every socket. Peer for BENCHMARKS.md.
// node ws.mjs PORT, beside an installed `ws` package.
import { WebSocketServer } from "ws";

const server = new WebSocketServer({
  port: Number(process.argv[2]),
  host: "127.0.0.1",
  perMessageDeflate: false,
});
server.on("listening", () => console.log("listening", server.address().port));
server.on("connection", (socket) => {
  socket.on("message", (data, isBinary) => {
    if (isBinary) return;
    for (const other of server.clients) other.send(data, { binary: false });
  });
});
