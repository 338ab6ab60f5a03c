import {IFCPROJECT, type IfcAPI} from 'web-ifc'
import {lineAt, numberIn, saidIn} from './ifc-line.ts'

const prefixes: Record<string, number> = {MILLI: 1e-3, CENTI: 1e-2, DECI: 0.1, KILO: 1000}

/** A project's unit of length: its name in the file, and how many metres it has. Metres where the file does not say. */
export function ifcUnit(api: IfcAPI, model: number): {name: string; metres: number} {
  const project = lineAt(api, model, api.GetLineIDsWithType(model, IFCPROJECT).get(0))
  const assigned = lineAt(api, model, project?.UnitsInContext)
  for (const reference of Array.isArray(assigned?.Units) ? (assigned.Units as unknown[]) : []) {
    const unit = lineAt(api, model, reference)
    if (saidIn(unit?.UnitType) === 'LENGTHUNIT') return unitOf(api, model, reference)
  }
  return {name: 'METRE', metres: 1}
}

/** An `IfcSIUnit` or `IfcConversionBasedUnit` of length. */
export function unitOf(api: IfcAPI, model: number, reference: unknown): {name: string; metres: number} {
  const unit = lineAt(api, model, reference)
  const name = String(saidIn(unit?.Name) ?? 'METRE')
  const factor = lineAt(api, model, unit?.ConversionFactor)
  if (factor) {
    const of = unitOf(api, model, factor.UnitComponent)
    return {name, metres: (numberIn(factor.ValueComponent) ?? 1) * of.metres}
  }
  const prefix = saidIn(unit?.Prefix)
  return typeof prefix === 'string'
    ? {name: `${prefix}${name}`, metres: prefixes[prefix] ?? 1}
    : {name, metres: 1}
}
