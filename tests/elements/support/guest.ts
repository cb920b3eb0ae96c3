/** Every way out of a page, and every place in a browser that keeps things, by the name that a report says. */
const GLOBALS = [
  ...['fetch', 'fetchLater', 'XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'WebTransport', 'EventSource'],
  ...['RTCPeerConnection', 'BroadcastChannel', 'MessageChannel', 'Worker', 'SharedWorker', 'Worklet', 'Image', 'Audio'],
  ...['Notification', 'ReportingObserver', 'open', 'postMessage', 'importScripts', 'showSaveFilePicker', 'print'],
];

/** Methods, by what holds them. */
const METHODS: Readonly<Record<string, readonly string[]>> = {
  Navigator: ['sendBeacon', 'share', 'vibrate', 'requestMIDIAccess', 'registerProtocolHandler'],
  XMLHttpRequest: ['open', 'send'],
  Storage: ['getItem', 'setItem', 'removeItem', 'clear', 'key'],
  IDBFactory: ['open', 'databases', 'deleteDatabase'],
  CacheStorage: ['open', 'match', 'has', 'keys', 'delete'],
  CookieStore: ['get', 'getAll', 'set', 'delete'],
  StorageManager: ['persist', 'persisted', 'estimate', 'getDirectory'],
  LockManager: ['request', 'query'],
  ServiceWorkerContainer: ['register', 'getRegistration'],
  Clipboard: ['write', 'writeText', 'read', 'readText'],
  History: ['pushState', 'replaceState', 'back', 'forward', 'go'],
  Geolocation: ['getCurrentPosition', 'watchPosition'],
  MediaDevices: ['getUserMedia', 'getDisplayMedia', 'enumerateDevices'],
  HTMLFormElement: ['submit', 'requestSubmit'],
  Performance: ['mark', 'measure'],
};

/** What is got at by reading a property. */
const PROPERTIES: readonly (readonly [owner: string, name: string])[] = [
  ['Document', 'cookie'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore', 'name'].map(
    (name) => ['globalThis', name] as const,
  ),
];

type Holder = Record<string, unknown>;
const prototypeOf = (name: string): object | undefined =>
  (Reflect.get(globalThis, name) as { prototype?: object } | undefined)?.prototype;

export interface Guest {
  /** What was used since, in order: `fetch`, `Storage.setItem`, `cookie`. */
  readonly used: readonly string[];
  /** Addresses that the page has asked for since. */
  readonly asked: () => readonly string[];
  /** Gives everything back. */
  readonly stop: () => void;
}

/** The test runner has a connection of its own to the machine that presses the keys. */
const isRunner = (argument: unknown): boolean => {
  const text = argument instanceof Request ? argument.url : String(argument);
  return text.includes('wtr') || text.includes('web-test-runner') || text.includes('web-dev-server');
};

/** Notes from now on everything that could send or keep something. What is called still happens. */
export function watchGuest(): Guest {
  const used: string[] = [];
  const back: (() => void)[] = [];
  const replace = (owner: object, name: string, descriptor: PropertyDescriptor): void => {
    const own = Object.getOwnPropertyDescriptor(owner, name);
    Object.defineProperty(owner, name, { configurable: true, ...descriptor });
    back.push(() => {
      if (own) Object.defineProperty(owner, name, own);
      else Reflect.deleteProperty(owner, name);
    });
  };
  const wrap = (owner: object | undefined, name: string, label: string): void => {
    const original = owner && (owner as Holder)[name];
    if (!owner || typeof original !== 'function') return;
    const note = (args: unknown[]): void => {
      if (!args.some(isRunner)) used.push(label);
    };
    const value = new Proxy(original, {
      apply(target, self, args) {
        note(args);
        return Reflect.apply(target, self, args) as unknown;
      },
      construct(target, args, newTarget) {
        note(args);
        return Reflect.construct(target, args, newTarget) as object;
      },
    });
    replace(owner, name, { writable: true, value });
  };
  for (const name of GLOBALS) wrap(globalThis, name, name);
  for (const [owner, names] of Object.entries(METHODS))
    for (const name of names) wrap(prototypeOf(owner), name, `${owner}.${name}`);
  for (const [ownerName, name] of PROPERTIES) {
    const owner = ownerName === 'globalThis' ? globalThis : prototypeOf(ownerName);
    const own = owner && Object.getOwnPropertyDescriptor(owner, name);
    if (!owner || !own?.get) continue;
    replace(owner, name, {
      get(this: unknown) {
        used.push(name);
        return own.get?.call(this) as unknown;
      },
      set(this: unknown, value: unknown) {
        used.push(name);
        own.set?.call(this, value);
      },
    });
  }
  // A picture, a font or a stylesheet is asked for without any call.
  const before = performance.getEntriesByType('resource').length;
  return {
    used,
    asked: () =>
      performance
        .getEntriesByType('resource')
        .slice(before)
        .map(({ name }) => name)
        .filter((name) => !isRunner(name)),
    stop: () => {
      for (const give of back.splice(0).reverse()) give();
    },
  };
}

/** Tries every way out and every place that this browser has, and hands back the names of those it tried. */
export function misbehave(): readonly string[] {
  const tried: string[] = [];
  const attempt = (label: string, use: () => unknown): void => {
    try {
      const result = use();
      if (result instanceof Promise) result.catch(() => undefined);
    } catch {
      // That it was tried is what counts.
    }
    tried.push(label);
  };
  for (const name of ['fetch', 'WebSocket', 'EventSource', 'BroadcastChannel', 'Worker', 'SharedWorker', 'Image']) {
    const found: unknown = Reflect.get(globalThis, name);
    if (typeof found !== 'function') continue;
    attempt(name, () => (name === 'fetch' ? fetch('data:,') : (Reflect.construct(found, ['data:,']) as unknown)));
  }
  attempt('XMLHttpRequest.open', () => {
    new XMLHttpRequest().open('GET', 'data:,');
  });
  attempt('Navigator.sendBeacon', () => navigator.sendBeacon('data:,'));
  attempt('localStorage', () => localStorage);
  attempt('Storage.getItem', () => sessionStorage.getItem('guest'));
  attempt('sessionStorage', () => sessionStorage);
  attempt('indexedDB', () => indexedDB);
  attempt('cookie', () => document.cookie);
  attempt('History.replaceState', () => {
    history.replaceState(history.state, '');
  });
  if (typeof caches !== 'undefined') attempt('caches', () => caches);
  if ('locks' in navigator) attempt('LockManager.query', () => navigator.locks.query());
  return tried;
}
