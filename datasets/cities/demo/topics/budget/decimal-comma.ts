/** Kopiykas as the treasury's feed writes hryvnias: −1234567 is -12345,67. */
export function decimalComma(kopiykas: number): string {
  const whole = Math.abs(kopiykas)
  const rest = whole % 100
  return `${kopiykas < 0 ? '-' : ''}${(whole - rest) / 100},${rest < 10 ? '0' : ''}${rest}`
}
