import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {writeTerrainTile} from '@hromada/twin'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {hasBrowser, launchBrowser} from '../../../../.config/browser.ts'
import {temporaryFolder} from '../../../../.config/temporary-folder.ts'
import {
  accessibilityFaults,
  figure,
  lat,
  lon,
  open,
  planned,
  planningSite,
  press,
  soon,
  type,
  withoutGl,
  workOut,
} from '../test/planning-site.ts'
import type {TwinSite} from '../test/twin-site.ts'

const ground = temporaryFolder('ground')

/** A box as GLB, y up; with `steps` its roof is a field of so many squares a side, each a little higher than the one before. */
function glb(width: number, depth: number, height: number, steps = 1): Buffer {
  const [positions, indices]: [number[], number[]] = [[], []]
  const quad = (...corners: [number, number, number][]) => {
    const first = positions.length / 3
    positions.push(...corners.flatMap(([x, y, z]) => [x, z, -y]))
    indices.push(first, first + 1, first + 2, first, first + 2, first + 3)
  }
  const [w, d, h] = [width, depth, height]
  quad([0, 0, 0], [0, d, 0], [w, d, 0], [w, 0, 0])
  quad([0, 0, 0], [w, 0, 0], [w, 0, h], [0, 0, h])
  quad([w, d, 0], [0, d, 0], [0, d, h], [w, d, h])
  quad([w, 0, 0], [w, d, 0], [w, d, h], [w, 0, h])
  quad([0, d, 0], [0, 0, 0], [0, 0, h], [0, d, h])
  const bump = (i: number, j: number) =>
    i % steps === 0 || j % steps === 0 ? h : h + ((i * 37 + j * 61) % 17) / 100
  for (let i = 0; i < steps; i++)
    for (let j = 0; j < steps; j++) {
      const corner = (di: number, dj: number): [number, number, number] => [
        ((i + di) * w) / steps,
        ((j + dj) * d) / steps,
        bump(i + di, j + dj),
      ]
      quad(corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1))
    }
  const binary = Buffer.concat([
    Buffer.from(new Float32Array(positions).buffer),
    Buffer.from(new Uint32Array(indices).buffer),
  ])
  const bytes = positions.length * 4
  const json = JSON.stringify({
    asset: {version: '2.0'},
    scene: 0,
    scenes: [{nodes: [0]}],
    nodes: [{mesh: 0}],
    meshes: [{primitives: [{attributes: {POSITION: 0}, indices: 1}]}],
    accessors: [
      {bufferView: 0, componentType: 5126, count: positions.length / 3, type: 'VEC3'},
      {bufferView: 1, componentType: 5125, count: indices.length, type: 'SCALAR'},
    ],
    bufferViews: [
      {buffer: 0, byteOffset: 0, byteLength: bytes},
      {buffer: 0, byteOffset: bytes, byteLength: indices.length * 4},
    ],
    buffers: [{byteLength: binary.length}],
  })
  // The header and two chunks of glTF 2.0, each a multiple of four bytes long.
  const text = Buffer.from(json.padEnd(Math.ceil(json.length / 4) * 4))
  const words = (...values: number[]) => Buffer.from(new Uint32Array(values).buffer)
  return Buffer.concat([
    words(0x46546c67, 2, 28 + text.length + binary.length, text.length, 0x4e4f534a),
    text,
    words(binary.length, 0x004e4942),
    binary,
  ])
}

/** An IFC4 box of 20 × 12 × 9 m in millimetres at the site's latitude and longitude, in whole seconds, so high over the sea. */
function ifc(overSea = '0.'): Buffer {
  const angle = (degrees: number) => {
    const seconds = Math.round(degrees * 3600)
    return `(${Math.floor(seconds / 3600)},${Math.floor((seconds % 3600) / 60)},${seconds % 60},0)`
  }
  return Buffer.from(`ISO-10303-21;
HEADER;
FILE_DESCRIPTION(('ViewDefinition [ReferenceView]'),'2;1');
FILE_NAME('house.ifc','2026-01-01T00:00:00',(''),(''),'','','');
FILE_SCHEMA(('IFC4'));
ENDSEC;
DATA;
#1=IFCPROJECT('0000000000000000000001',$,'P',$,$,$,$,(#10),#2);
#2=IFCUNITASSIGNMENT((#3));
#3=IFCSIUNIT(*,.LENGTHUNIT.,.MILLI.,.METRE.);
#10=IFCGEOMETRICREPRESENTATIONCONTEXT($,'Model',3,1.E-5,#11,$);
#11=IFCAXIS2PLACEMENT3D(#12,$,$);
#12=IFCCARTESIANPOINT((0.,0.,0.));
#20=IFCSITE('0000000000000000000002',$,'S',$,$,#21,$,$,.ELEMENT.,${angle(lat)},${angle(lon)},${overSea},$,$);
#21=IFCLOCALPLACEMENT($,#11);
#22=IFCBUILDING('0000000000000000000003',$,'B',$,$,#21,$,$,.ELEMENT.,$,$,$);
#30=IFCRELAGGREGATES('0000000000000000000004',$,$,$,#1,(#20));
#31=IFCRELAGGREGATES('0000000000000000000005',$,$,$,#20,(#22));
#33=IFCRELCONTAINEDINSPATIALSTRUCTURE('0000000000000000000006',$,$,$,(#40),#22);
#40=IFCBUILDINGELEMENTPROXY('0000000000000000000007',$,'Box',$,$,#21,#42,$,$);
#42=IFCPRODUCTDEFINITIONSHAPE($,$,(#45));
#45=IFCSHAPEREPRESENTATION(#10,'Body','SweptSolid',(#46));
#46=IFCEXTRUDEDAREASOLID(#47,#11,#48,9000.);
#47=IFCRECTANGLEPROFILEDEF(.AREA.,$,#49,20000.,12000.);
#48=IFCDIRECTION((0.,0.,1.));
#49=IFCAXIS2PLACEMENT2D(#50,$);
#50=IFCCARTESIANPOINT((0.,0.));
ENDSEC;
END-ISO-10303-21;
`)
}

describe.skipIf(!hasBrowser())('models and viewpoints in a browser', () => {
  let site: TwinSite
  let plain: Browser
  beforeAll(async () => {
    ;[site, plain] = await Promise.all([planningSite(), launchBrowser({args: ['--disable-3d-apis']})])
  })
  afterAll(async () => {
    await plain?.close()
    await site?.close()
  })

  const give = (page: Page, name: string, buffer: Buffer) =>
    planned(page, 'open').setInputFiles({name, mimeType: 'application/octet-stream', buffer})

  test('an IFC file stands where it says; buttons and fields move it; what is asked of it is kept in its link', async () => {
    const {page, faults} = await open(site, plain, '', withoutGl)
    await give(page, 'Дім.ifc', ifc())
    await soon(() => planned(page, 'opened').textContent()).toContain('широта й довгота ділянки')
    expect(await figure(page, 'Об’єм')).toEqual([expect.stringMatching(/^2\s160\sм³$/)])
    expect(await figure(page, 'Площа забудови')).toEqual([expect.stringMatching(/^240\sм²$/)])
    expect(await planned(page, 'model').textContent()).toMatch(
      /Дім.ifc: IFC, одиниця довжини MILLIMETRE, розміри 20,0 × 12,0 × 9,0 м, трикутників 12/,
    )
    expect(Number(await planned(page, 'lat').inputValue())).toBeCloseTo(lat, 4)
    expect(await planned(page, 'height').isDisabled()).toBe(true)
    expect(await planned(page, 'width').isVisible()).toBe(false)

    const before = Number(await planned(page, 'lat').inputValue())
    for (let i = 0; i < 5; i++) await press(page, 'nudge-north')
    await soon(async () => Number(await planned(page, 'lat').inputValue()) - before).toBeCloseTo(
      5 / 111_240,
      5,
    )
    await press(page, 'nudge-right')
    await soon(() => planned(page, 'turn').inputValue()).toBe('5')
    await type(page, 'turn', '90')
    await type(page, 'above', '3')
    await press(page, 'apply')
    await soon(() => planned(page, 'height').inputValue()).toBe('12')
    await planned(page, 'host').focus()
    await page.keyboard.press('ArrowDown')
    expect(await planned(page, 'rules').locator('tr', {hasText: 'Висота'}).textContent()).toMatch(/12,0\sм/)
    expect(await planned(page, 'model').textContent()).toContain(
      'Рівень землі будівлі – на 3,0 м вище від найнижчої землі під контуром.',
    )
    await workOut(page)
    const shade = await figure(page, 'Нової тіні')
    expect(await planned(page, 'link-note').isVisible()).toBe(false)
    expect(await accessibilityFaults(page, '.twin-planning')).toEqual([])

    const {page: shared} = await open(site, plain, new URL(page.url()).hash, withoutGl)
    await planned(shared, 'rules').locator('table').waitFor()
    expect(await figure(shared, 'Об’єм')).toEqual([expect.stringMatching(/^2\s160\sм³$/)])
    await workOut(shared)
    expect(await figure(shared, 'Нової тіні')).toEqual(shade)
    await shared.close()
    expect(faults).toEqual([])
    await page.close()
  })

  test('the height that a file says is held against the ground; a button sets the building there, and back', async () => {
    const {page, faults} = await open(site, plain, '', withoutGl)
    // Level ground at 35 m above the ellipsoid, where the city's heights begin at 25 m.
    const corner = (east: number, north: number): [number, number, number] => [lon + east, lat + north, 35]
    const square = [corner(-0.01, -0.01), corner(0.01, -0.01), corner(0.01, 0.01), corner(-0.01, 0.01)]
    const facts = {placeMetres: null, heightMetres: 1, geoid: 25}
    await writeTerrainTile('testove', [{type: 'GroundSurface', rings: [square]}], ground, facts)
    const terrain = '/tiles/testove/terrain/'
    await page.route(
      url => url.pathname.startsWith(terrain),
      route =>
        route.fulfill({path: join(ground, new URL(route.request().url()).pathname.slice(terrain.length))}),
    )
    await page.route(`${site.address}/`, async route => {
      const response = await route.fetch()
      const body = (await response.text()).replace(
        /(terrain(?:&quot;|&#34;|"):)null/,
        `$1"${terrain}tileset.json"`,
      )
      await route.fulfill({response, body})
    })
    await page.reload()
    await page.locator(withoutGl).waitFor({timeout: 40_000})
    await give(page, 'Дім.ifc', ifc('12300.'))
    const said = /на висоті 12,3\sм \(над рівнем моря\), а земля тут – на 10,0\sм: за файлом на 2,3\sм вище/
    await soon(() => planned(page, 'opened').textContent()).toMatch(said)
    expect(await planned(page, 'above').inputValue()).toBe('0')
    await press(page, 'raise')
    await soon(() => planned(page, 'above').inputValue()).toBe('2.3')
    await soon(() => planned(page, 'height').inputValue()).toBe('11.3')
    expect(await planned(page, 'raise').textContent()).toBe('Поставити на землю')
    expect(await planned(page, 'opened').textContent()).toMatch(/поставлено на висоту з файлу/)
    expect(await accessibilityFaults(page, '.twin-planning')).toEqual([])
    await press(page, 'raise')
    await soon(() => planned(page, 'above').inputValue()).toBe('0')
    // A file that says nothing of its height is offered nothing.
    await give(page, 'Дім.ifc', ifc())
    await soon(() => planned(page, 'opened').textContent()).not.toMatch(said)
    expect(await planned(page, 'raise').isVisible()).toBe(false)
    expect(faults).toEqual([])
    await page.close()
  })

  test('a model too large for a link is named by it: found again in this browser, asked for in another; a saved file has it', async () => {
    const {page, faults} = await open(site, plain, '', withoutGl)
    const large = glb(24, 16, 21, 60)
    await give(page, 'вежа.glb', large)
    await soon(() => planned(page, 'opened').textContent()).toContain('поставлено в середині погляду')
    await soon(() => planned(page, 'link-note').textContent()).toContain('вежа.glb')
    await workOut(page)
    const shade = await figure(page, 'Нової тіні')
    const volume = await figure(page, 'Об’єм')

    const {hash} = new URL(page.url())
    // Another browser has outline and height, says so, and takes the file when it is given.
    const {page: other} = await open(site, plain, hash, withoutGl)
    await soon(() => planned(other, 'model').textContent()).toMatch(
      /завелика для посилання.*SHA-256 [\da-f]{12}…/,
    )
    expect(await figure(other, 'Площа забудови')).toEqual([expect.stringMatching(/^384\sм²$/)])
    expect(await figure(other, 'Об’єм')).not.toEqual(volume)
    await give(other, 'та сама під іншою назвою.glb', large)
    await soon(() => planned(other, 'opened').textContent()).toContain('стала на своє місце')
    expect(await figure(other, 'Об’єм')).toEqual(volume)

    const coming = page.waitForEvent('download')
    await press(page, 'save')
    const saved = await readFile((await (await coming).path())!)
    const {page: third} = await open(site, plain, '', withoutGl)
    await give(third, 'пропозиція.geojson', saved)
    await soon(() => figure(third, 'Об’єм')).toEqual(volume)
    expect(await planned(third, 'model').textContent()).toContain('вежа.glb')
    for (const one of [other, third]) await one.close()

    // The report finds the model in this browser's storage, and has its numbers.
    await page.goto(`${site.address}/report/index.html${hash}`)
    await page.locator('[data-report-state=ready]').waitFor({timeout: 40_000})
    expect(await page.locator('tr', {hasText: 'Нової тіні'}).locator('td').allTextContents()).toEqual(shade)
    expect(await page.locator('[data-plan-report]').textContent()).toContain('вежа.glb: glTF')
    expect(faults).toEqual([])
    await page.close()
  })

  test('files that cannot be read say what is wrong with them, and leave what was there', async () => {
    const {page} = await open(site, plain, '', withoutGl)
    const says = (words: string) => soon(() => planned(page, 'fault').textContent()).toContain(words)
    await give(
      page,
      'a.gltf',
      Buffer.from('{"asset":{"version":"2.0"},"buffers":[{"byteLength":1,"uri":"../x.bin"}]}'),
    )
    await says('Збережіть модель одним файлом (GLB). Посилання: buffers[0]: ../x.bin')
    await give(page, 'b.glb', glb(24_000, 16_000, 21_000))
    await says('Перевірте одиниці (glTF – завжди метри): 24000 m × 16000 m × 21000 m')
    await give(page, 'c.ifc', Buffer.from(ifc().toString().slice(0, 900)))
    await says('Файл пошкоджено.')
    await give(page, 'd.zip', Buffer.from('PK\u0003\u0004rubbish'))
    await says('Це не JSON')
    expect(await planned(page, 'body').isVisible()).toBe(false)
    await page.close()
  })

  test('places to look from: by coordinates, on the plan and from a table, with eye height, by keys alone', async () => {
    const {page, faults} = await open(site, plain, '', withoutGl)
    await press(page, 'start')
    await planned(page, 'rules').locator('table').waitFor()
    await press(page, 'eye-adding')
    await type(page, 'eye-name', 'Міст')
    await type(page, 'eye', '40')
    await type(page, 'eye-lat', String(lat + 80 / 111_240))
    await type(page, 'eye-lon', String(lon))
    await press(page, 'eye-add')
    await soon(() => planned(page, 'eyes').textContent()).toContain('1. Міст, очі на 40,0 м')
    await type(page, 'eye', '1.6')
    await press(page, 'eye-set')
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('Enter')
    await soon(() => planned(page, 'eyes').locator('li').count()).toBe(2)
    await press(page, 'eye-table-add')
    await soon(() => planned(page, 'eyes').textContent()).toContain('3. Пам’ятник, очі на 1,6 м')
    expect(await planned(page, 'eyes').textContent()).not.toContain('Далекий')
    await workOut(page)
    const views = planned(page, 'losers').locator('tr')
    const bridge = await views.filter({hasText: 'Міст'}).locator('td').allTextContents()
    // From 40 m up and 80 m off, the roof at 27 m is over the house in between; behind it ground goes out of sight.
    expect(bridge[1]).toBe('видно')
    expect(Number(bridge[2]!.replace(/\D/g, ''))).toBeGreaterThan(100)
    expect(await views.filter({hasText: 'Школа'}).locator('td').allTextContents()).toEqual([
      expect.stringMatching(/із/),
      expect.stringMatching(/видно/),
      '–',
      '–',
    ])
    await planned(page, 'overlay').selectOption('view')
    await soon(() => planned(page, 'legend').textContent()).toContain('Що видно: Міст')
    await planned(page, 'eye-choice').selectOption('2')
    await soon(() => planned(page, 'legend').textContent()).toContain('Що видно: Пам’ятник')
    expect(await page.locator('.plan-host .plan-viewpoint').count()).toBe(3)
    expect(await accessibilityFaults(page, '.twin-planning')).toEqual([])

    const {hash} = new URL(page.url())
    const {page: report} = await open(site, plain, `report/index.html${hash}`, '[data-report-state=ready]')
    expect(await report.locator('[data-plan-report]').textContent()).toContain('Що видно: Міст')
    expect(await report.locator('tr', {hasText: 'Міст'}).locator('td').allTextContents()).toEqual(bridge)
    await report.close()

    await planned(page, 'eyes').getByRole('button', {name: 'Прибрати: Міст'}).focus()
    await page.keyboard.press('Enter')
    await soon(() => planned(page, 'eyes').locator('li').count()).toBe(2)
    expect(faults).toEqual([])
    await page.close()
  })
})
