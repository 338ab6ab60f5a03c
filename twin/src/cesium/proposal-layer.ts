import {
  Cartesian3,
  Color,
  ColorGeometryInstanceAttribute,
  GeometryInstance,
  type ImageryLayer,
  PerInstanceColorAppearance,
  PolygonGeometry,
  PolygonHierarchy,
  Primitive,
  Rectangle,
  type Scene,
  ShadowMode,
  SingleTileImageryProvider,
} from '@cesium/engine'
import {modelInstances, type ShownModel} from './model-geometry.ts'

/** A proposal in the scene: bodies in degrees and metres above the ellipsoid, and a picture on the ground. */
export type ShownProposal = {
  parts: {
    rings: [number, number][][]
    baseMetres: number
    heightMetres: number
    /** Shown in place of the raised footprint, so many metres over its base. */
    model?: ShownModel & {aboveGroundMetres: number}
  }[]
  /** A picture on the ground, and its edges in degrees. */
  overlay: {address: string; west: number; south: number; east: number; north: number} | null
}

/** Shows a proposal in place of the one that was there; null takes it away. */
export type ProposalLayer = {show(proposal: ShownProposal | null, colour: string): void}

/** Adds a place for a proposal to the scene. Bodies whose base is not known stand on the scene's ground. */
export function addProposal(scene: Scene, groundAt: (lon: number, lat: number) => number): ProposalLayer {
  let bodies: Primitive | null = null
  let picture: ImageryLayer | null = null
  let asked = 0
  return {
    show(proposal, colour) {
      if (bodies) scene.primitives.remove(bodies)
      if (picture) scene.imageryLayers.remove(picture)
      ;[bodies, picture] = [null, null]
      const request = ++asked
      if (proposal) {
        bodies = scene.primitives.add(bodiesOf(proposal, groundAt, colour)) as Primitive
        const {overlay} = proposal
        if (overlay) {
          const rectangle = Rectangle.fromDegrees(overlay.west, overlay.south, overlay.east, overlay.north)
          void SingleTileImageryProvider.fromUrl(overlay.address, {rectangle}).then(provider => {
            // Another may have been asked for meanwhile.
            if (request === asked) picture = scene.imageryLayers.addImageryProvider(provider)
            scene.requestRender()
          })
        }
      }
      scene.requestRender()
    },
  }
}

function bodiesOf(
  {parts}: ShownProposal,
  groundAt: (lon: number, lat: number) => number,
  colour: string,
): Primitive {
  const positions = (ring: [number, number][]) => ring.map(([lon, lat]) => Cartesian3.fromDegrees(lon, lat))
  return new Primitive({
    asynchronous: false,
    shadows: ShadowMode.ENABLED,
    appearance: new PerInstanceColorAppearance({closed: !parts.some(({model}) => model), translucent: false}),
    geometryInstances: parts.flatMap(({rings, baseMetres, heightMetres, model}) => {
      const [outline = [], ...holes] = rings
      const base = Number.isNaN(baseMetres)
        ? Math.min(...outline.map(([lon, lat]) => groundAt(lon, lat)))
        : baseMetres
      if (model) return modelInstances(model, base + model.aboveGroundMetres)
      return new GeometryInstance({
        geometry: new PolygonGeometry({
          polygonHierarchy: new PolygonHierarchy(
            positions(outline),
            holes.map(ring => new PolygonHierarchy(positions(ring))),
          ),
          height: base,
          extrudedHeight: base + heightMetres,
          vertexFormat: PerInstanceColorAppearance.VERTEX_FORMAT,
        }),
        attributes: {color: ColorGeometryInstanceAttribute.fromColor(Color.fromCssColorString(colour))},
      })
    }),
  })
}
