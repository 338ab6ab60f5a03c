import {type Expression, type ExpressionWrapper, expressionBuilder} from 'kysely'

// biome-ignore lint/suspicious/noExplicitAny: it makes expressions for queries over any tables
type Value = ExpressionWrapper<any, any, number>
// biome-ignore lint/suspicious/noExplicitAny: it makes expressions for queries over any tables
const eb = expressionBuilder<any, any>()

const number = (value: number): Value => eb.lit(value)
/** a + b + c … */
const sum = (...parts: Value[]) => parts.reduce((all, part) => eb(all, '+', part))
const times = (factor: number, value: Expression<number>): Value => eb(number(factor), '*', value)
const product = (a: Value, b: Expression<number>): Value => eb(a, '*', b)
/** Goes from 0 to 1 while x goes through its piece. */
const along = (x: Expression<number>, by: number, less: number): Value =>
  eb(eb(x, '/', eb.lit(by)), '-', eb.lit(less))
const rest = (k: Value): Value => eb(number(1), '-', k)

/**
 * PM2.5 of a Plantower sensor, in µg/m³, as a reference instrument would have read it: the United States' correction of
 * 2021 with its extension to smoke, in five pieces that join without a step. `x` is the sensor's reading in µg/m³,
 * `humidity` its own in %, taken from 0 to 100; the result is never below 0. For no other make of sensor.
 *
 * Barkjohn, Gantt, Clements, Atmos. Meas. Tech. 14 (2021), 4617–4637; the pieces as the EPA's Fire and Smoke Map has
 * them, in the firmware of AirGradient.
 */
export function epaCorrected(x: Expression<number>, humidity: Expression<number>): Expression<number> {
  const damp = eb
    .case()
    .when(humidity, '>', 100)
    .then(eb.lit(100))
    .when(humidity, '<', 0)
    .then(eb.lit(0))
    .else(humidity)
    .end()
  const wet = times(-0.0862, damp)
  const offset = number(5.75)
  const toDense = along(x, 20, 1.5)
  const toSmoke = along(x, 50, 4.2)
  const square = product(times(0.000884, x), x)
  const pieces = eb
    .case()
    .when(x, '<', 30)
    .then(sum(times(0.524, x), wet, offset))
    .when(x, '<', 50)
    .then(sum(product(sum(times(0.786, toDense), times(0.524, rest(toDense))), x), wet, offset))
    .when(x, '<', 210)
    .then(sum(times(0.786, x), wet, offset))
    .when(x, '<', 260)
    .then(
      sum(
        product(sum(times(0.69, toSmoke), times(0.786, rest(toSmoke))), x),
        product(wet, rest(toSmoke)),
        times(2.966, toSmoke),
        times(5.75, rest(toSmoke)),
        product(square, toSmoke),
      ),
    )
    .else(sum(number(2.966), times(0.69, x), square))
    .end()
  return eb.case().when(pieces, '<', 0).then(eb.lit(0)).else(pieces).end() as Expression<number>
}
