import axe from 'axe-core'
import type {Page} from 'playwright-core'

/** What axe finds. It is given to the page past its content security policy, as a browser's own tools are. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', {expression: axe.source})
  const {result} = await session.send('Runtime.evaluate', {
    expression:
      "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']}).then(({violations}) => JSON.stringify(violations.flatMap(({id, nodes}) => nodes.map(({html}) => id + ': ' + html))))",
    awaitPromise: true,
  })
  return JSON.parse(String(result.value)) as string[]
}
