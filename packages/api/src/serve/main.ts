/** The process of a start: its streams and its signals. */
import { runStart } from "./run-start.ts";
import { surroundingsOf } from "./surroundings.ts";

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => stop.abort());
}

/** A terminal that was closed must not keep the start from ending in good order. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE" && error.code !== "EIO") throw error;
  });
}

process.exitCode = await runStart({
  surroundings: surroundingsOf(process),
  console: {
    print: (text) => {
      process.stdout.write(text);
    },
    printError: (text) => {
      process.stderr.write(text);
    },
  },
  stop: stop.signal,
});
