import type {Weather} from './weather.ts'

/** The weather by day. Days are UTC, the first is `firstDay`. */
export type DailyWeather = {
  firstDay: number
  temperatureMean: Float32Array
  temperatureMin: Float32Array
  temperatureMax: Float32Array
  /** Millimetres. */
  rain: Float32Array
  windMean: Float32Array
  /** Strongest hour, m/s. */
  windMax: Float32Array
  pressureMean: Float32Array
  humidityMean: Float32Array
  /** Most that lay, cm. */
  snow: Float32Array
  inversionMean: Float32Array
}

/** Means, extremes and sums of whole days. */
export function dailyWeather(weather: Weather): DailyWeather {
  const count = Math.floor(weather.temperature.length / 24)
  const by = (hours: Float32Array, start: number, step: (so: number, value: number) => number, divisor = 1) =>
    Float32Array.from({length: count}, (_, day) => {
      let so = start
      for (let hour = day * 24; hour < day * 24 + 24; hour++) so = step(so, hours[hour]!)
      return so / divisor
    })
  const sum = (hours: Float32Array) => by(hours, 0, (so, value) => so + value)
  const mean = (hours: Float32Array) => by(hours, 0, (so, value) => so + value, 24)
  const most = (hours: Float32Array) => by(hours, -Infinity, (so, value) => (value > so ? value : so))
  return {
    firstDay: weather.firstHour / 24,
    temperatureMean: mean(weather.temperature),
    temperatureMin: by(weather.temperature, Infinity, (so, value) => (value < so ? value : so)),
    temperatureMax: most(weather.temperature),
    rain: sum(weather.rain),
    windMean: mean(weather.windSpeed),
    windMax: most(weather.windSpeed),
    pressureMean: mean(weather.pressure),
    humidityMean: mean(weather.humidity),
    snow: most(weather.snow),
    inversionMean: mean(weather.inversion),
  }
}
