import { spawn } from 'node:child_process';

/** @typedef {import('node:child_process').SpawnOptions} SpawnOptions */

/**
 * Runs a program with our own input and output, hands Ctrl+C and termination on to it, and waits until it has ended.
 * @param {string} file
 * @param {string[]} args
 * @param {SpawnOptions} [options]
 * @returns {Promise<number>} its exit code
 */
export function runForwardingSignals(file, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(file, args, { stdio: 'inherit', ...options });
    // A terminal sends Ctrl+C to the child too; without one, the signal has reached only us.
    const onInterrupt = () => process.stdin.isTTY || child.kill('SIGINT');
    const onTerminate = () => child.kill('SIGTERM');
    process.on('SIGINT', onInterrupt);
    process.on('SIGTERM', onTerminate);
    process.on('SIGHUP', onTerminate);
    child.once('error', fail);
    child.once('exit', (code, signal) => {
      process.off('SIGINT', onInterrupt);
      process.off('SIGTERM', onTerminate);
      process.off('SIGHUP', onTerminate);
      done(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}

/**
 * Runs a program to its end. Ends the whole family of processes when the time is up, so that no browser stays behind.
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
        // It has ended meanwhile.
      }
    };
    const timer = setTimeout(() => {
      console.error(`Stopped after ${String(minutes)} minutes without an end.`);
      end();
    }, minutes * 60_000);
    const onSignal = () => {
      end();
      process.exit(130);
    };
    process.once('SIGINT', onSignal);
    process.once('SIGTERM', onSignal);
    child.once('error', fail);
    child.once('exit', (code) => {
      clearTimeout(timer);
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
      end(); // what the program has left behind
      done(code ?? 1);
    });
  });
}
