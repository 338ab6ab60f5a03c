const {asin, atan, cos, exp, log, sin, sqrt, tan, PI} = Math

/** What proj4 sets before it calls `init`: radians, metres, the ellipsoid and its squared eccentricity. */
type Parameters = {
  lat0: number
  long0: number
  a: number
  es: number
  k0: number
  x0: number
  y0: number
}
type Constants = {eccentricity: number; diameter: number; n: number; c: number; middle: number}
type Point = {x: number; y: number}

/** A power by functions that no engine has changed lately: Math.pow gives other last bits from one V8 to the next. */
const power = (base: number, exponent: number) => exp(exponent * log(base))

/**
 * The Dutch projection, in place of proj4's own: the same formulas (IOGP Guidance Note 7-2, method 9809), written so that
 * every version of the language gives the same bits, as a release made anew must be the same.
 */
export const obliqueStereographic = {
  names: ['sterea', 'Oblique_Stereographic'],

  init(this: Parameters & Constants) {
    const {lat0, es, a, k0} = this
    const sine = sin(lat0)
    const bend = 1 - es * sine * sine
    const squaredCosine = cos(lat0) * cos(lat0)
    this.eccentricity = sqrt(es)
    this.diameter = (2 * k0 * a * sqrt(1 - es)) / bend
    this.n = sqrt(1 + (es * squaredCosine * squaredCosine) / (1 - es))
    const w = conformal(sine, this.eccentricity, this.n)
    const sineOfMiddle = (w - 1) / (w + 1)
    this.c = ((this.n + sine) * (1 - sineOfMiddle)) / ((this.n - sine) * (1 + sineOfMiddle))
    this.middle = asin((this.c * w - 1) / (this.c * w + 1))
  },

  forward(this: Parameters & Constants, point: Point): Point {
    const {diameter, middle, n, c} = this
    const w = c * conformal(sin(point.y), this.eccentricity, n)
    const latitude = asin((w - 1) / (w + 1))
    const longitude = n * (point.x - this.long0)
    const denominator = 1 + sin(latitude) * sin(middle) + cos(latitude) * cos(middle) * cos(longitude)
    point.x = this.x0 + (diameter * cos(latitude) * sin(longitude)) / denominator
    point.y =
      this.y0 +
      (diameter * (sin(latitude) * cos(middle) - cos(latitude) * sin(middle) * cos(longitude))) / denominator
    return point
  },

  inverse(this: Parameters & Constants, point: Point): Point {
    const {diameter, middle, n, c, eccentricity, es} = this
    const [east, north] = [point.x - this.x0, point.y - this.y0]
    const g = diameter * tan(PI / 4 - middle / 2)
    const h = 2 * diameter * tan(middle) + g
    const i = atan(east / (h + north))
    const j = atan(east / (g - north)) - i
    const latitude = middle + 2 * atan((north - east * tan(j / 2)) / diameter)
    const isometric = (0.5 * log((1 + sin(latitude)) / (c * (1 - sin(latitude))))) / n
    let y = 2 * atan(exp(isometric)) - PI / 2
    for (let step = 0; step < 12; step++) {
      const sine = sin(y)
      const own =
        log(tan(y / 2 + PI / 4)) +
        (eccentricity / 2) * log((1 - eccentricity * sine) / (1 + eccentricity * sine))
      const change = ((own - isometric) * cos(y) * (1 - es * sine * sine)) / (1 - es)
      y -= change
      if (Math.abs(change) < 1e-15) break
    }
    point.x = (j + 2 * i) / n + this.long0
    point.y = y
    return point
  },
}

/** (Sa · Sb^e)^n of the guidance note. */
const conformal = (sine: number, eccentricity: number, n: number) =>
  power(
    ((1 + sine) / (1 - sine)) * power((1 - eccentricity * sine) / (1 + eccentricity * sine), eccentricity),
    n,
  )
