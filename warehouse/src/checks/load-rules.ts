import {glob} from 'node:fs/promises'
import type {OwnRule} from './define-rule.ts'

/** Every `warehouse/rules/<name>.ts`. Throws when there is none, or a name is not its file's name. */
export async function loadRules(root = new URL('../../rules/', import.meta.url)): Promise<OwnRule[]> {
  const rules: OwnRule[] = []
  for (const path of (await Array.fromAsync(glob('*.ts', {cwd: root}))).sort()) {
    if (path.endsWith('.test.ts')) continue
    const {default: rule} = (await import(new URL(path, root).href)) as {default?: OwnRule}
    if (rule?.name !== path.replace(/\.ts$/, ''))
      throw new Error(`rules/${path} must export by default a rule named "${path.replace(/\.ts$/, '')}".`)
    rules.push(rule)
  }
  if (rules.length === 0) throw new Error(`There is no rule in ${root.pathname}. Was this module bundled?`)
  return rules
}
