/** What the host's API says, as far as the tests ask. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: {
    readonly id?: string;
    readonly etag?: string;
    readonly href?: string;
    readonly title?: string;
    readonly detail?: string;
    readonly code?: string;
    readonly problems?: readonly { readonly path: string; readonly message: string }[];
    readonly current?: { readonly id: string; readonly etag: string; readonly record: unknown };
  };
}

export interface Listed {
  readonly id: string;
  readonly href: string;
  readonly etag: string;
  readonly status: string;
  readonly amends?: string;
  readonly amendedBy?: string;
}

const answerOf = async (response: Response): Promise<Answer> => {
  const text = await response.text();
  const json = (response.headers.get('content-type') ?? '').includes('json');
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: json ? (JSON.parse(text) as Answer['body']) : {},
  };
};

/** A connection of its own for each request: one that is kept open would be to a host that has been killed since. */
const once = { connection: 'close' };

/** Sends a record, as an object or as the very text. */
export async function post(
  url: string,
  personId: string,
  record: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const body = typeof record === 'string' || record instanceof Uint8Array ? record : JSON.stringify(record);
  const address = `${url}/api/people/${personId}/records`;
  return answerOf(
    await fetch(address, {
      method: 'POST',
      headers: { ...once, 'content-type': 'application/json', ...headers },
      body: body as BodyInit,
    }),
  );
}

export const get = async (address: string, init: RequestInit = {}): Promise<Answer> =>
  answerOf(await fetch(address, { ...init, headers: { ...once, ...(init.headers as Record<string, string>) } }));

export const listOf = async (url: string, personId: string): Promise<readonly Listed[]> =>
  JSON.parse((await get(`${url}/api/people/${personId}/records`)).text) as readonly Listed[];
