import { spawn } from 'node:child_process';

/** @typedef {import('node:child_process').SpawnOptions} SpawnOptions */

/**
 * Calls back when this process is to end: on a signal, or when npm, which started it, is gone. The shell that npm puts
 * in between ends at a signal without handing it on.
 * @param {(signal: NodeJS.Signals) => void} callback
 * @returns {() => void} stops listening
 */
function whenToEnd(callback) {
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.on(signal, callback);
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event === undefined || process.ppid === parent) return;
    clearInterval(watch);
    callback('SIGTERM');
  }, 250);
  watch.unref();
  return () => {
    clearInterval(watch);
    for (const signal of signals) process.off(signal, callback);
  };
}

/**
 * Runs a program with our own input and output, hands signals on to it, and waits until it has ended.
 * @param {string} file
 * @param {string[]} args
 * @param {SpawnOptions} [options]
 * @returns {Promise<number>} its exit code
 */
export function runForwardingSignals(file, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(file, args, { stdio: 'inherit', ...options });
    const stopListening = whenToEnd((signal) => {
      // A terminal sends Ctrl+C to the child too.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
    child.once('error', fail);
    child.once('exit', (code, signal) => {
      stopListening();
      done(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}

/**
 * Runs a program to its end, or for so many minutes. Then ends what it has left behind, so that no browser stays.
 * @param {string} file
 * @param {string[]} args
 * @param {SpawnOptions & { minutes?: number }} [options]
 * @returns {Promise<number>} its exit code
 */
export function run(file, args, { minutes = 30, ...options } = {}) {
  return new Promise((done, fail) => {
    const ownGroup = process.platform !== 'win32';
    const child = spawn(file, args, { stdio: 'inherit', detached: ownGroup, ...options });
    const end = () => {
      if (child.pid === undefined) return;
      try {
        process.kill(ownGroup ? -child.pid : child.pid, 'SIGKILL');
      } catch {
        // Nothing is left.
      }
    };
    const timer = setTimeout(() => {
      console.error(`Stopped after ${String(minutes)} minutes without an end.`);
      end();
    }, minutes * 60_000);
    const stopListening = whenToEnd(() => {
      end();
      process.exit(130);
    });
    child.once('error', fail);
    child.once('exit', (code) => {
      clearTimeout(timer);
      stopListening();
      end();
      done(code ?? 1);
    });
  });
}
