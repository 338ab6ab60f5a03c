import type {Kind} from './kind.ts'

/** `notebooks/<slug>/`: an Observable notebook, which is an HTML file, and its test. */
export const notebook: Kind = {
  style: 'kebab-case',
  taken: slug => [`notebooks/${slug}`],
  files: slug => ({
    [`notebooks/${slug}/notebook.html`]: page(slug),
    [`notebooks/${slug}/notebook.test.ts`]: test,
  }),
  next: slug => [
    'Write its cells: notebooks/README.md says which kinds there are. Observable Desktop opens the file as well.',
    `Run npm test -- notebooks/${slug} and do what the failing tests ask.`,
  ],
}

// Four spaces before each line of a cell belong to the format: a reader takes them away.
const page = (slug: string) => `<!doctype html>
<notebook theme="air">
  <title>… ${slug}</title>
  <script id="1" type="text/markdown">
    … the question this notebook answers, and the answer in one sentence

    … what the numbers do not say
  </script>
  <script id="2" type="module">
    // Data comes from this installation's own API, so that the notebook works offline and cites a release.
    const totals = await fetch('/api/v1/tables/budget_totals.json').then(answer => answer.json())
  </script>
  <script id="3" type="module" pinned>
    Plot.plot({
      y: {grid: true, label: 'UAH'},
      marks: [
        Plot.barY(totals.rows, {x: 'year', y: row => Number(row.executed_uah), fill: 'flow', fx: 'flow'}),
        Plot.ruleY([0])
      ]
    })
  </script>
  <script id="4" type="text/markdown">
    Release \${totals.release}.
  </script>
</notebook>
`

const test = `import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'

const notebook = readFileSync(new URL('notebook.html', import.meta.url), 'utf8')
const scripts = notebook.matchAll(/<script\\b([^>]*)>(.*?)<\\/script>/gs)
const cells = [...scripts].map(([, attributes = '', text = '']) => ({
  isText: attributes.includes('text/markdown'),
  text: text.trim(),
}))

test('title and texts are written', () => {
  const [, title = ''] = /<title>(.*?)<\\/title>/s.exec(notebook) ?? []
  const paragraphs = cells.filter(({isText}) => isText).flatMap(({text}) => text.split(/\\n\\s*\\n/))
  const unwritten = [title, ...paragraphs].map(text => text.trim()).filter(text => /^(…|$)/.test(text))
  expect(unwritten, 'Write these texts in notebook.html beside this test').toEqual([])
})

test('a table of this installation is read, and nothing of another host', () => {
  const code = cells.filter(({isText}) => !isText).map(({text}) => text)
  expect(code.join('\\n'), 'Read the data from this installation').toContain('/api/v1/tables/')
  const foreign = code.flatMap(text => text.match(/(?<=['"\`])(npm:|jsr:|https?:|\\/\\/)[^'"\`]*/g) ?? [])
  expect(foreign, 'A notebook works offline: leave these out').toEqual([])
})
`
