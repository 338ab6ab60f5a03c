import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {importsOf, importsReach} from './imports-of.ts'

function write(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'hromada-imports-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

test('static, type-only, re-exported and dynamic imports are found, comments are not', () => {
  const folder = write({
    'a.ts': `import type {City} from 'city'
      import 'effect'
      export {b} from './b.ts'
      // import 'never'
      const c = await import('later')`,
    'page.astro': `---
import Layout from '../Layout.astro'
---
<p>import 'never'</p>
<script>import {open} from './open.ts'</script>`,
  })
  expect(importsOf(join(folder, 'a.ts'))).toEqual(['city', 'effect', './b.ts', 'later'])
  expect(importsOf(join(folder, 'page.astro'))).toEqual(['../Layout.astro', './open.ts'])
})

test('a file is reached through others, also where they import each other', () => {
  const folder = write({
    'a.ts': `import './b.ts'`,
    'b.ts': `import './a.ts'\nimport './c.ts'`,
    'c.ts': `import './not-there.ts'`,
    'd.ts': '',
  })
  expect(importsReach(join(folder, 'a.ts'), join(folder, 'c.ts'))).toBe(true)
  expect(importsReach(join(folder, 'a.ts'), join(folder, 'd.ts'))).toBe(false)
})
