/** What the API refused, in its own words. */
export class Refused extends Error {
  readonly problem: {code: string; detail: string}

  constructor(problem: {code: string; detail: string}) {
    super(problem.detail)
    this.problem = problem
  }
}

type Question = {method?: string; token?: string | null; etag?: string; body?: unknown}

/** Asks this server's API, with a token where one is given. Rejects with Refused, or as fetch does where nobody answers. */
export async function askApi<T>(
  path: string,
  {method = 'GET', token = null, etag, body}: Question = {},
): Promise<{answer: T; etag: string}> {
  const response = await fetch(path, {
    method,
    headers: {
      ...(token === null ? {} : {authorization: `Bearer ${token}`}),
      ...(etag === undefined ? {} : {'if-match': etag}),
      ...(body === undefined ? {} : {'content-type': 'application/json'}),
    },
    ...(body === undefined ? {} : {body: JSON.stringify(body)}),
  })
  const answer: unknown = response.status === 204 ? null : await response.json()
  if (!response.ok) throw new Refused(answer as Refused['problem'])
  return {answer: answer as T, etag: response.headers.get('etag') ?? ''}
}
