/** A box of an IFC file: its middle in plan, its foot, and its sides, in the file's unit. */
export type IfcBox = {
  name: string
  at: [number, number, number]
  size: [number, number, number]
  entity?: string
}

/** What a small IFC file is to say beside its boxes. */
export type IfcOptions = {
  schema?: 'IFC2X3' | 'IFC4'
  /** SI prefix of the length unit, or a foot. */
  unit?: 'MILLI' | 'FOOT' | null
  storeys?: {name: string; elevation: number}[]
  /** Attributes of IfcMapConversion after its two references, as STEP writes them. */
  conversion?: string
  crs?: string
  mapUnit?: 'metre' | null
  /** Latitude and longitude of the site as STEP writes them. */
  site?: [lat: string, lon: string]
  sitePlacement?: [number, number, number]
  /** In the file's unit. */
  siteElevation?: number
  verticalDatum?: string
  trueNorth?: [number, number]
}

const real = (value: number) => (Number.isInteger(value) ? `${value}.` : String(value))
const list = (values: readonly number[]) => `(${values.map(real).join(',')})`

/** A small IFC file, written by hand after ISO 16739-1 and ISO 10303-21: boxes as extruded rectangles in one storey. */
export function ifcText(
  boxes: IfcBox[],
  {
    schema = 'IFC4',
    unit = null,
    storeys = [{name: 'EG', elevation: 0}],
    conversion,
    crs = 'EPSG:28992',
    mapUnit = 'metre',
    site = ['$', '$'],
    sitePlacement = [0, 0, 0],
    siteElevation = 0,
    verticalDatum,
    trueNorth = [0, 1],
  }: IfcOptions = {},
): string {
  const lines: string[] = []
  let last = 100
  const line = (text: string) => {
    lines.push(`#${++last}=${text};`)
    return `#${last}`
  }
  let guids = 0
  const guid = () => `'${String(++guids).padStart(22, '0')}'`
  const owner = schema === 'IFC4' ? '$' : '#1'
  const metre = line('IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.)')
  const length =
    unit === 'FOOT'
      ? line(
          `IFCCONVERSIONBASEDUNIT(${line('IFCDIMENSIONALEXPONENTS(1,0,0,0,0,0,0)')},.LENGTHUNIT.,'FOOT',${line(`IFCMEASUREWITHUNIT(IFCLENGTHMEASURE(0.3048),${metre})`)})`,
        )
      : unit
        ? line(`IFCSIUNIT(*,.LENGTHUNIT.,.${unit}.,.METRE.)`)
        : metre
  const point = (at: readonly number[]) => line(`IFCCARTESIANPOINT(${list(at)})`)
  const axes = (at: readonly number[]) => line(`IFCAXIS2PLACEMENT3D(${point(at)},$,$)`)
  const origin = axes([0, 0, 0])
  const north = line(`IFCDIRECTION(${list(trueNorth)})`)
  const context = line(`IFCGEOMETRICREPRESENTATIONCONTEXT($,'Model',3,1.E-5,${origin},${north})`)
  const project = line(
    `IFCPROJECT(${guid()},${owner},'P',$,$,$,$,(${context}),${line(`IFCUNITASSIGNMENT((${length}))`)})`,
  )
  if (conversion !== undefined) {
    const target = line(
      `IFCPROJECTEDCRS('${crs}',$,$,${verticalDatum === undefined ? '$' : `'${verticalDatum}'`},$,$,${mapUnit ? metre : '$'})`,
    )
    line(`IFCMAPCONVERSION(${context},${target},${conversion})`)
  }
  const placed = (within: string, at: readonly number[]) => line(`IFCLOCALPLACEMENT(${within},${axes(at)})`)
  const sitePlace = placed('$', sitePlacement)
  const siteLine = line(
    `IFCSITE(${guid()},${owner},'S',$,$,${sitePlace},$,$,.ELEMENT.,${site[0]},${site[1]},${real(siteElevation)},$,$)`,
  )
  const buildingPlace = placed(sitePlace, [0, 0, 0])
  const building = line(`IFCBUILDING(${guid()},${owner},'B',$,$,${buildingPlace},$,$,.ELEMENT.,$,$,$)`)
  const floors = storeys.map(({name, elevation}) =>
    line(
      `IFCBUILDINGSTOREY(${guid()},${owner},'${name}',$,$,${placed(buildingPlace, [0, 0, elevation])},$,$,.ELEMENT.,${real(elevation)})`,
    ),
  )
  const within = (whole: string, parts: string[]) =>
    line(`IFCRELAGGREGATES(${guid()},${owner},$,$,${whole},(${parts.join(',')}))`)
  within(project, [siteLine])
  within(siteLine, [building])
  within(building, floors)
  const up = line('IFCDIRECTION((0.,0.,1.))')
  const elements = boxes.map(
    ({name, at, size: [width, depth, height], entity = 'IFCBUILDINGELEMENTPROXY'}) => {
      const profile = line(
        `IFCRECTANGLEPROFILEDEF(.AREA.,$,${line(`IFCAXIS2PLACEMENT2D(${point([0, 0])},$)`)},${real(width)},${real(depth)})`,
      )
      const solid = line(`IFCEXTRUDEDAREASOLID(${profile},${origin},${up},${real(height)})`)
      const shape = line(
        `IFCPRODUCTDEFINITIONSHAPE($,$,(${line(`IFCSHAPEREPRESENTATION(${context},'Body','SweptSolid',(${solid}))`)}))`,
      )
      return line(`${entity}(${guid()},${owner},'${name}',$,$,${placed(buildingPlace, at)},${shape},$,$)`)
    },
  )
  line(`IFCRELCONTAINEDINSPATIALSTRUCTURE(${guid()},${owner},$,$,(${elements.join(',')}),${floors[0]})`)
  const history =
    schema === 'IFC4'
      ? []
      : [
          '#1=IFCOWNERHISTORY(#2,#5,$,.ADDED.,$,$,$,0);',
          '#2=IFCPERSONANDORGANIZATION(#3,#4,$);',
          "#3=IFCPERSON($,'A','B',$,$,$,$,$);",
          "#4=IFCORGANIZATION($,'O',$,$,$);",
          "#5=IFCAPPLICATION(#4,'1','test','test');",
        ]
  return [
    'ISO-10303-21;',
    'HEADER;',
    "FILE_DESCRIPTION(('ViewDefinition [CoordinationView]'),'2;1');",
    "FILE_NAME('test.ifc','2026-01-01T00:00:00',(''),(''),'','','');",
    `FILE_SCHEMA(('${schema}'));`,
    'ENDSEC;',
    'DATA;',
    ...history,
    ...lines,
    'ENDSEC;',
    'END-ISO-10303-21;',
    '',
  ].join('\n')
}
