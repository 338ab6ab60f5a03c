import {Document, NodeIO} from '@gltf-transform/core'
import {EXTMeshoptCompression} from '@gltf-transform/extensions'
import {toWgs84} from '@hromada/warehouse/geometry'
import {MeshoptEncoder} from 'meshoptimizer'
import {describe, expect, test} from 'vitest'
import {areaOf} from '../polygons.ts'
import {siteFrame} from '../site-frame.ts'
import {type IfcOptions, ifcText} from './ifc.fixture.ts'
import {floorAreaOf} from './mass.ts'
import {boxOf} from './mesh.ts'
import {type Model, readModel} from './read-model.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>
const read = (content: string | object | Uint8Array, name = 'model') =>
  readModel(
    content instanceof Uint8Array
      ? new Uint8Array(content)
      : bytesOf(typeof content === 'string' ? content : JSON.stringify(content)),
    name,
    null,
  )
const sizesOf = ({body: {mesh}}: Model) => {
  const {least, most} = boxOf(mesh)
  return most.map((value, axis) => Math.round((value - least[axis]!) * 1000) / 1000)
}
/** Corners of a box and its triangles, outside counter-clockwise. */
const boxCorners = (w: number, d: number, h: number) =>
  [0, 1, 2, 3, 4, 5, 6, 7].map(i => [i & 1 ? w : 0, i & 2 ? d : 0, i & 4 ? h : 0])
const boxFaces = [
  [0, 2, 3, 1],
  [4, 5, 7, 6],
  [0, 1, 5, 4],
  [2, 6, 7, 3],
  [0, 4, 6, 2],
  [1, 3, 7, 5],
] as const

/** A box of glTF: y up, so depth runs along −z. */
function gltfBox(w: number, d: number, h: number): Document {
  const document = new Document()
  const buffer = document.createBuffer()
  const positions = boxCorners(w, d, h).flatMap(([x, y, z]) => [x!, z!, -y!])
  const indices = boxFaces.flatMap(([a, b, c, e]) => [a, b, c, a, c, e])
  const primitive = document
    .createPrimitive()
    .setAttribute(
      'POSITION',
      document.createAccessor().setType('VEC3').setArray(new Float32Array(positions)).setBuffer(buffer),
    )
    .setIndices(
      document.createAccessor().setType('SCALAR').setArray(new Uint16Array(indices)).setBuffer(buffer),
    )
    .setMaterial(document.createMaterial().setBaseColorFactor([1, 0, 0, 1]))
  const node = document.createNode().setMesh(document.createMesh().addPrimitive(primitive))
  document.createScene().addChild(document.createNode().setTranslation([100, 5, -40]).addChild(node))
  return document
}

describe('glTF', () => {
  test('a box of 20 × 12 × 9 m, moved in its scene, is 2,160 m³ on 240 m², and stands on the ground', async () => {
    const model = await read(await new NodeIO().writeBinary(gltfBox(20, 12, 9)), 'box.glb')
    expect(model.source).toMatchObject({format: 'glTF', file: 'box.glb', unit: 'm'})
    expect(model.source.sha256).toMatch(/^[\da-f]{64}$/)
    expect(sizesOf(model)).toEqual([20, 12, 9])
    expect(boxOf(model.body.mesh).least).toEqual([-10, -6, 0])
    expect(model.body.mass).toMatchObject({heightMetres: 9, volumeOf: 'bodies'})
    expect(model.body.mass.volumeM3).toBeCloseTo(2160, 6)
    expect(areaOf(model.body.mass.footprint)).toBeCloseTo(240, 6)
    expect(floorAreaOf(model.body.mass)).toBeCloseTo(720, 6)
    expect(model.body.mesh.paints).toEqual([{colour: '#ff0000', triangles: 12}])
    expect(model.place).toBeNull()
  })

  test('a mirrored node is turned inside in again; JSON with its buffer inside and meshopt are read alike', async () => {
    const mirrored = gltfBox(20, 12, 9)
    mirrored.getRoot().listNodes()[0]!.setScale([-1, 1, 1])
    expect((await read(await new NodeIO().writeBinary(mirrored))).body.mass.volumeM3).toBeCloseTo(2160, 6)

    const {json, resources} = await new NodeIO().writeJSON(gltfBox(20, 12, 9))
    const data = `data:application/octet-stream;base64,${Buffer.from(Object.values(resources)[0]!).toString('base64')}`
    const whole = await read({...json, buffers: [{...json.buffers![0], uri: data}]}, 'box.gltf')
    expect(whole.body.mass.volumeM3).toBeCloseTo(2160, 6)

    await MeshoptEncoder.ready
    const packed = gltfBox(20, 12, 9)
    packed.createExtension(EXTMeshoptCompression).setRequired(true)
    const io = new NodeIO()
      .registerExtensions([EXTMeshoptCompression])
      .registerDependencies({'meshopt.encoder': MeshoptEncoder})
    expect((await read(await io.writeBinary(packed))).body.mass.volumeM3).toBeCloseTo(2160, 3)
  })

  test('what reaches out of the file, is drawn in centimetres, needs what is not read or is cut off is refused by name', async () => {
    const {json} = await new NodeIO().writeJSON(gltfBox(20, 12, 9))
    const refused = (content: Parameters<typeof read>[0]) => read(content).catch((error: unknown) => error)
    expect(
      await refused({...json, buffers: [{byteLength: 4, uri: 'https://evil.example/x.bin'}]}),
    ).toMatchObject({
      code: 'EXTERNAL_FILE',
      message: 'buffers[0]: https://evil.example/x.bin',
    })
    expect(await refused({...json, images: [{uri: 'facade.png'}], buffers: []})).toMatchObject({
      code: 'EXTERNAL_FILE',
    })
    expect(
      await refused({...json, buffers: [], extensionsRequired: ['KHR_draco_mesh_compression']}),
    ).toMatchObject({
      code: 'UNSUPPORTED',
      message: 'KHR_draco_mesh_compression',
    })
    expect(await refused(await new NodeIO().writeBinary(gltfBox(2000, 1200, 900)))).toMatchObject({
      code: 'WRONG_SIZE',
      message: '2000 m × 1200 m × 900 m',
    })
    const binary = await new NodeIO().writeBinary(gltfBox(20, 12, 9))
    expect(await refused(binary.slice(0, 300))).toMatchObject({code: 'BROKEN'})
    expect(await refused(binary.slice(0, binary.length - 30))).toMatchObject({code: 'BROKEN'})
    expect(await refused({asset: {version: '2.0'}, scenes: [{nodes: []}], scene: 0})).toMatchObject({
      code: 'NO_SURFACES',
    })
    expect(
      await refused({asset: {version: '2.0'}, accessors: [{count: 2e9, type: 'VEC3', componentType: 5126}]}),
    ).toMatchObject({
      code: 'TOO_MANY_TRIANGLES',
    })
    expect(
      await refused({asset: {version: '2.0'}, nodes: [{children: [0]}], scenes: [{nodes: [0]}], scene: 0}),
    ).toBeInstanceOf(Error)
    expect(await refused('PK\u0003\u0004')).toMatchObject({code: 'UNKNOWN_FORMAT'})
  })
})

describe('CityJSON', () => {
  const city = (extra: object, scale = 0.001) => ({
    type: 'CityJSON',
    version: '2.0',
    transform: {scale: [scale, scale, scale], translate: [85000, 447000, 2]},
    metadata: {referenceSystem: 'https://www.opengis.net/def/crs/EPSG/0/7415'},
    CityObjects: {
      b: {
        type: 'Building',
        geometry: [{type: 'Solid', lod: '2', boundaries: [boxFaces.map(face => [[...face]])]}],
      },
    },
    vertices: boxCorners(20, 12, 9).map(corner => corner.map(value => Math.round(value! / scale))),
    ...extra,
  })

  test('a box in the Dutch grid lies where RD says, by its transform and its system', async () => {
    const model = await read(city({}), 'box.city.json')
    expect(model.body.mass.volumeM3).toBeCloseTo(2160, 0)
    expect(areaOf(model.body.mass.footprint)).toBeCloseTo(240, 1)
    const [lon, lat] = toWgs84('EPSG:28992', 0)(85010, 447006, 0)
    expect([model.place!.lon, model.place!.lat]).toEqual([expect.closeTo(lon, 8), expect.closeTo(lat, 8)])
    expect(model.place).toMatchObject({by: 'crs', crs: 'EPSG:7415'})
    // RD's north is off the meridian's by its convergence, (λ − λ₀) · sin φ₀: here −0.8°.
    const {positions} = model.body.mesh
    const sides = [0, 1, 2, 3, 4, 5, 6, 7].flatMap(i => {
      const [x, y] = [positions[i * 3]! - positions[0]!, positions[i * 3 + 1]! - positions[1]!]
      return Math.abs(Math.hypot(x, y) - 20) < 0.01 ? [(Math.atan2(y, x) * 180) / Math.PI] : []
    })
    const convergence = (4.37 - 5.387_638_89) * Math.sin((52.156 * Math.PI) / 180)
    expect(sides.some(angle => Math.abs(Math.abs(angle % 180) - Math.abs(convergence)) < 0.02)).toBe(true)
  })

  test('heights are over the datum that its system names, or over none', async () => {
    const {elevation} = await read(city({}))
    expect(elevation).toEqual({
      by: 'crs',
      datum: {name: 'NAP', isEllipsoidal: false},
      groundMetres: expect.closeTo(2, 6),
    })
    const plane = await read(city({metadata: {referenceSystem: 'EPSG:28992'}}))
    expect([plane.elevation, plane.place?.by]).toEqual([null, 'crs'])
  })

  test('without a system, or with one that nobody here knows, it is placed by hand, and that is said', async () => {
    const bare = await read(city({metadata: {}}))
    expect(bare.place).toBeNull()
    expect(bare.notes).toEqual([{code: 'NO_CRS', word: ''}])
    expect(sizesOf(bare)).toEqual([20, 12, 9])
    const strange = await read(city({metadata: {referenceSystem: 'EPSG:3812'}}))
    expect(strange.notes).toEqual([{code: 'CRS_UNKNOWN', word: 'EPSG:3812'}])
    expect(strange.body.mass.volumeM3).toBeCloseTo(2160, 6)
  })

  test('roads and ground are left out by name; broken documents say where', async () => {
    const {CityObjects, ...rest} = city({})
    const model = await read({...rest, CityObjects: {...CityObjects, r: {type: 'Road'}}})
    expect(model.notes).toEqual([{code: 'LEFT_OUT', word: 'Road'}])
    const refused = (extra: object) => read(city(extra)).catch((error: unknown) => error)
    expect(await refused({vertices: [[0, 0, 0]]})).toMatchObject({code: 'BROKEN'})
    expect(await refused({vertices: [[0, 0, 'x']]})).toMatchObject({code: 'BROKEN', message: 'vertices[0]'})
    expect(await refused({version: '0.9'})).toMatchObject({code: 'UNSUPPORTED', message: 'CityJSON 0.9'})
    expect(await refused({CityObjects: {}})).toMatchObject({code: 'NO_SURFACES'})
    expect(await refused({transform: {scale: [1, 1], translate: []}})).toMatchObject({code: 'BROKEN'})
  })
})

describe('IFC', () => {
  const box = {
    name: 'Box',
    at: [10, 6, 0] as [number, number, number],
    size: [20, 12, 9] as [number, number, number],
  }
  const thousandfold = {
    name: 'Box',
    at: box.at.map(v => v * 1000) as typeof box.at,
    size: box.size.map(v => v * 1000) as typeof box.size,
  }
  const ifc = (options: IfcOptions, boxes = options.unit === 'MILLI' ? [thousandfold] : [box]) =>
    read(ifcText(boxes, options), 'box.ifc')

  test.each(['IFC2X3', 'IFC4'] as const)('%s: 2,160 m³ in metres, millimetres and feet', async schema => {
    expect((await ifc({schema})).body.mass.volumeM3).toBeCloseTo(2160, 3)
    const small = await ifc({schema, unit: 'MILLI'})
    expect(small.body.mass.volumeM3).toBeCloseTo(2160, 3)
    expect(small.source).toMatchObject({format: 'IFC', unit: 'MILLIMETRE'})
    const feet = await ifc({schema, unit: 'FOOT'}, [{name: 'Box', at: [0, 0, 0], size: [100, 50, 10]}])
    expect(feet.body.mass.volumeM3).toBeCloseTo(50_000 * 0.3048 ** 3, 1)
    expect(feet.source.unit).toBe('FOOT')
  })

  // x and y of the box's middle, (10, 6) m, turned by the direction (0.8, 0.6): 10 · 0.8 − 6 · 0.6 = 4.4 and
  // 10 · 0.6 + 6 · 0.8 = 10.8.
  const [lon, lat] = toWgs84('EPSG:28992', 0)(85_004.4, 447_010.8, 0)
  test.each<[string, IfcOptions]>([
    ['in metres', {conversion: '85000.,447000.,2.,0.8,0.6,1.'}],
    ['in metres without a scale', {conversion: '85000.,447000.,2.,0.8,0.6,$'}],
    [
      'in millimetres with the scale of the standard',
      {unit: 'MILLI', conversion: '85000.,447000.,2.,0.8,0.6,0.001'},
    ],
    [
      'in millimetres, the map unit left to the scale',
      {unit: 'MILLI', mapUnit: null, conversion: '85000.,447000.,2.,0.8,0.6,0.001'},
    ],
    ['with a direction of another length', {conversion: '85000.,447000.,2.,8.,6.,1.'}],
  ])('IfcMapConversion %s', async (_, options) => {
    const model = await ifc(options)
    const apart = siteFrame(lon, lat).toMetres([model.place!.lon, model.place!.lat])
    expect(Math.hypot(...apart)).toBeLessThan(0.002)
    expect(model.place).toMatchObject({by: 'map-conversion', crs: 'EPSG:28992'})
    expect(model.notes).toEqual([])
    expect(model.body.mass.volumeM3).toBeCloseTo(2160, 0)
  })

  test('a scale that was forgotten is taken from the units and said; one that would stretch the house is refused', async () => {
    const forgotten = await ifc({unit: 'MILLI', conversion: '85000.,447000.,2.,0.8,0.6,1.'})
    expect(forgotten.notes).toEqual([{code: 'SCALE_TAKEN_FROM_UNITS', word: '1'}])
    expect(
      Math.hypot(...siteFrame(lon, lat).toMetres([forgotten.place!.lon, forgotten.place!.lat])),
    ).toBeLessThan(0.002)
    const stretched = await ifc({conversion: '85000.,447000.,2.,0.8,0.6,2.5'})
    expect(stretched.place).toBeNull()
    expect(stretched.notes).toEqual([{code: 'SCALE_WRONG', word: '2.5'}])
    expect(stretched.body.mass.volumeM3).toBeCloseTo(2160, 3)
    // UTM's scale on its central meridian is 0.9996: 20 m in the file are 20 m on Earth and 19.992 on the grid.
    const grid = await ifc({conversion: '500000.,5600000.,0.,1.,0.,0.9996', crs: 'EPSG:25832'})
    expect(sizesOf(grid)[0]).toBeCloseTo(20, 2)
  })

  test('by its site: latitude and longitude in minutes and seconds, turned by true north', async () => {
    // 50° 27′ 0.5″ N, 30° 31′ 12.25″ E; true north lies along the project's x axis, so x runs north and y west.
    const model = await ifc({
      site: ['(50,27,0,500000)', '(30,31,12,250000)'],
      trueNorth: [1, 0],
      sitePlacement: [3, 4, 0],
    })
    const frame = siteFrame(30 + 31 / 60 + 12.25 / 3600, 50 + 27 / 60 + 0.5 / 3600)
    const [east, north] = frame.toMetres([model.place!.lon, model.place!.lat])
    expect([east, north]).toEqual([expect.closeTo(-6, 3), expect.closeTo(10, 3)])
    expect(sizesOf(model)).toEqual([12, 20, 9])
    expect(model.place).toMatchObject({by: 'site', crs: null})
  })

  const storeys = [
    {name: 'KG', elevation: -3},
    {name: 'EG', elevation: 0},
  ]
  const withCellar = [{...box, at: [10, 6, -3] as typeof box.at}]
  const nap = {name: 'NAP', isEllipsoidal: false}
  test.each<[string, IfcOptions, object | null]>([
    [
      'OrthogonalHeight over the datum of its map',
      {conversion: '85000.,447000.,12.3,1.,0.,1.', verticalDatum: 'NAP'},
      {by: 'map-conversion', datum: nap, groundMetres: 12.3},
    ],
    [
      'a zero over a datum that is named',
      {conversion: '85000.,447000.,0.,1.,0.,1.', verticalDatum: 'EPSG:5709'},
      {by: 'map-conversion', datum: nap, groundMetres: 0},
    ],
    [
      'the datum of a system of both',
      {conversion: '85000.,447000.,0.,1.,0.,1.', crs: 'EPSG:7415'},
      {by: 'map-conversion', datum: nap, groundMetres: 0},
    ],
    [
      'a datum that nobody here knows by its own name',
      {conversion: '85000.,447000.,5.,1.,0.,1.', verticalDatum: 'Wiener Null'},
      {by: 'map-conversion', datum: {name: 'Wiener Null', isEllipsoidal: false}, groundMetres: 5},
    ],
    [
      'the map in metres, the file in millimetres',
      {unit: 'MILLI', conversion: '85000.,447000.,12.3,1.,0.,0.001', verticalDatum: 'NAP'},
      {by: 'map-conversion', datum: nap, groundMetres: 12.3},
    ],
    ['a zero that nobody filled in', {conversion: '85000.,447000.,0.,1.,0.,1.'}, null],
    [
      'RefElevation of the site, in the file’s unit, over the sea',
      {unit: 'MILLI', siteElevation: 112_500, site: ['(50,27,0,500000)', '(30,31,12,250000)']},
      {by: 'site', datum: null, groundMetres: 112.5},
    ],
    [
      'RefElevation of a site that lies above the project’s zero',
      {siteElevation: 112.5, sitePlacement: [0, 0, 2]},
      {by: 'site', datum: null, groundMetres: 112.5},
    ],
    ['nothing', {}, null],
  ])('how high its zero lies: %s', async (_, options, expected) => {
    const {elevation} = await ifc(options)
    expect(elevation).toEqual(
      expected && {
        ...expected,
        groundMetres: expect.closeTo((expected as {groundMetres: number}).groundMetres, 6),
      },
    )
  })

  test('the height is that of the ground floor, whatever lies below it', async () => {
    const options = {storeys, conversion: '85000.,447000.,12.3,1.,0.,1.', verticalDatum: 'NAP'}
    const {elevation, body} = await ifc(options, withCellar)
    expect(boxOf(body.mesh).least[2]).toBe(-3)
    expect(elevation?.groundMetres).toBeCloseTo(12.3, 6)
  })

  test('storeys by their placements; a cellar lies below the ground; furniture and the site’s own ground are left out', async () => {
    const model = await ifc(
      {
        storeys: [
          {name: 'KG', elevation: -3},
          {name: 'EG', elevation: 0},
          {name: '1', elevation: 4},
          {name: '2', elevation: 7},
          {name: 'DA', elevation: 10},
        ],
      },
      [
        {name: 'cellar', at: [0, 0, -3], size: [20, 10, 3]},
        {name: 'house', at: [0, 0, 0], size: [20, 10, 7]},
        {name: 'top', at: [-5, 0, 7], size: [10, 10, 3]},
        {name: 'chair', at: [40, 0, 0], size: [1, 1, 1], entity: 'IFCFURNISHINGELEMENT'},
      ].map(one => one as typeof box & {entity?: string}),
    )
    expect(sizesOf(model)).toEqual([20, 10, 13])
    expect(boxOf(model.body.mesh).least[2]).toBe(-3)
    const {mass} = model.body
    expect(mass.heightMetres).toBe(10)
    expect(mass.storeys.map(({floorMetres, outline}) => [floorMetres, Math.round(areaOf(outline))])).toEqual([
      [0, 200],
      [4, 200],
      [7, 100],
    ])
    expect(mass.volumeM3).toBeCloseTo(20 * 10 * 10 + 300, 0)
    expect(model.notes.find(({code}) => code === 'LEFT_OUT')).toEqual({
      code: 'LEFT_OUT',
      word: 'IfcFurnishingElement',
    })
  })

  test('cut off, of another schema or with nothing in it, it is refused', async () => {
    const refused = (text: string) => read(text).catch((error: unknown) => error)
    const text = ifcText([box])
    expect(await refused(text.slice(0, 1500))).toMatchObject({code: 'BROKEN'})
    expect(await refused(text.replace("'IFC4'", "'AP203'"))).toMatchObject({
      code: 'UNSUPPORTED',
      message: 'AP203',
    })
    expect(await refused(text.replace(/#\d+=IFCEXTRUDED.*;/, ''))).toMatchObject({code: 'NO_SURFACES'})
    expect(await refused('ISO-10303-21;')).toMatchObject({code: 'UNSUPPORTED'})
  })
})
