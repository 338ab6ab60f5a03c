/** The weather over the city, hour by hour. */
export type Weather = {
  /** UTC hour of the first value, in hours since 1970. */
  firstHour: number
  /** Degrees Celsius. */
  temperature: Float32Array
  /** Per cent. */
  humidity: Float32Array
  /** Hectopascals at sea level. */
  pressure: Float32Array
  /** Metres per second. */
  windSpeed: Float32Array
  /** Degrees from which it blows, 0 is north. */
  windFrom: Float32Array
  /** Millimetres in the hour, rain or melted snow. */
  rain: Float32Array
  /** Centimetres lying. */
  snow: Float32Array
  /** 0 well mixed … 1: cold air lies under warm and keeps the smoke down. */
  inversion: Float32Array
}
