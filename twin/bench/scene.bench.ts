import {mkdtemp, rm} from 'node:fs/promises'
import {loadavg, tmpdir} from 'node:os'
import {join} from 'node:path'
import {hasBrowser, launchBrowser} from '../../.config/browser.ts'
import {serveScene} from '../src/cesium/serve-scene.fixture.ts'
import {writeBuildingTiles} from '../src/tiles/write-building-tiles.ts'
import {footprints, houseCount, siteOf} from './houses.ts'
import {processorSeconds} from './processor-seconds.ts'

/** What a browser without a graphics card may take on an idle machine of two cores, milliseconds. */
const limits = {firstTile: 6000, settled: 15_000, frame: 6, pick: 600}

/**
 * Opens a city of 100,000 buildings in a browser, all of it in view, and holds against limits when the first tile is
 * there, when all is drawn, how long scripts work on a frame, and how long it takes to pick a building.
 */
if (!hasBrowser()) console.log('there is no browser: nothing measured')
else {
  const folder = await mkdtemp(join(tmpdir(), 'scene-bench-'))
  const load = loadavg()[0]!
  await writeBuildingTiles(footprints(), join(folder, 'tiles/buildings'))
  const server = await serveScene(folder, join(import.meta.dirname, 'scene-page'))
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({viewport: {width: 1000, height: 640}})
    const {lon, lat} = siteOf(Math.floor(houseCount / 2))
    const above = {lon, lat, heightMetres: 25, headingDegrees: 340, pitchDegrees: -40, rangeMetres: 11_000}
    await page.goto(server.address)
    await page.locator('body[data-ready]').waitFor({timeout: 60_000})
    const opened = await page.evaluate(orbit => window.scenePage.opened(orbit), above)
    const used = await processorSeconds()
    const frame = await page.evaluate(orbit => window.scenePage.frames(orbit, 40), above)
    const picks: number[] = []
    for (const number of [50_000, 50_320, 49_700, 52_345, 47_210]) {
      const orbit = {...above, ...siteOf(number), pitchDegrees: -90, rangeMetres: 300}
      const {milliseconds, key} = await page.evaluate(from => window.scenePage.pick(from), orbit)
      if (key === null) throw new Error(`No building was picked where number ${number} stands.`)
      picks.push(milliseconds)
    }
    const pick = picks.toSorted((a, b) => a - b)[Math.floor(picks.length / 2)] ?? Number.NaN
    const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`
    console.log(
      `${opened.features} buildings in ${opened.tiles} tiles: the first tile after ${seconds(opened.firstTile)}, all of ` +
        `them after ${seconds(opened.settled)}${used ? `, ${used.page.toFixed(1)} s of processor for the page, ${used.graphics.toFixed(1)} s for graphics, ${used.rest.toFixed(1)} s for the rest` : ''}; scripts ${frame.toFixed(1)} ms a frame; a pick ${pick.toFixed(0)} ms; ` +
        `load of the machine before ${load.toFixed(1)}`,
    )
    const isFine =
      opened.firstTile <= limits.firstTile &&
      opened.settled <= limits.settled &&
      frame <= limits.frame &&
      pick <= limits.pick
    console.log(
      isFine
        ? 'fine'
        : `TOO MUCH: at most ${seconds(limits.firstTile)}, ${seconds(limits.settled)}, ${limits.frame} ms and ${limits.pick} ms`,
    )
    process.exitCode = isFine ? 0 : 1
  } finally {
    await browser.close()
    await server.close()
    await rm(folder, {recursive: true})
  }
}
