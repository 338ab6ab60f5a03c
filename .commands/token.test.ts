import {createHash} from 'node:crypto'
import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {runToEnd} from './test/start-command.fixture.ts'

let data: string
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'hromada-token-'))
})
afterAll(() => rm(data, {recursive: true, force: true}))

const token = (...args: string[]) => runToEnd('token', [...args, '--data', data])

test('made, listed and revoked; the file has the hash alone', async () => {
  const made = await token('make', '--role', 'planner,moderator', '--holder', 'Міська рада', '--json')
  const {
    token: text,
    id,
    state,
    roles,
  } = JSON.parse(made.said.replace(/^[^{]*/, '')) as Record<string, string>
  expect([made.code, state, roles]).toEqual([0, 'valid', ['planner', 'moderator']])
  const file = await readFile(join(data, 'tokens/tokens.json'), 'utf8')
  expect(file).not.toContain(text)
  expect(file).toContain(createHash('sha256').update(text!).digest('hex'))
  const revoked = JSON.parse((await token('revoke', id!, '--json')).said.replace(/^[^{]*/, '')) as {
    tokens: object[]
  }
  expect(revoked.tokens).toMatchObject([{id, holder: 'Міська рада', state: 'revoked'}])
  const listed = await token('list')
  expect(listed.said).toMatch(new RegExp(`^${id} +planner\\+moderator +revoked +Міська рада$`, 'm'))
})

test('what cannot be is refused with what to do', async () => {
  for (const [args, says] of [
    [['make', '--role', 'mayor', '--holder', 'x'], /--role must be planner or moderator/],
    [['revoke', 'nothing'], /There is no token nothing/],
  ] as const) {
    const {code, said} = await token(...args)
    expect(code).toBeGreaterThan(0)
    expect(said).toMatch(says)
  }
})
