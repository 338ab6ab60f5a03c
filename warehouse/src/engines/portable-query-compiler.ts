import {type BinaryOperationNode, DefaultQueryCompiler, type FunctionNode, type OperationNode} from 'kysely'
import type {Form} from './form.ts'

/** Marks a function of ours among those of the engine. */
export const portablePrefix = 'portable:'

/**
 * Standard SQL, with portable functions in an engine's own form. Operators within operators are put in brackets, which
 * Kysely leaves to whoever writes the query.
 */
export class PortableQueryCompiler extends DefaultQueryCompiler {
  readonly #forms: Record<string, Form>

  constructor(forms: Record<string, Form>) {
    super()
    this.#forms = forms
  }

  protected override visitFunction(node: FunctionNode): void {
    if (!node.func.startsWith(portablePrefix)) super.visitFunction(node)
    else
      for (const part of this.#formOf(node))
        if (typeof part === 'string') this.append(part)
        else this.#visitOperand(node.arguments[part]!)
  }

  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    this.#visitOperand(node.leftOperand)
    this.append(' ')
    this.visitNode(node.operator)
    this.append(' ')
    this.#visitOperand(node.rightOperand)
  }

  #visitOperand(node: OperationNode): void {
    const isLoose = node.kind === 'BinaryOperationNode'
    if (isLoose) this.append('(')
    this.visitNode(node)
    if (isLoose) this.append(')')
  }

  #formOf({func, arguments: given}: FunctionNode): Form {
    const form = this.#forms[func.slice(portablePrefix.length)]
    if (!form) throw new Error(`There is no form of the function "${func}".`)
    const most = Math.max(-1, ...form.filter(part => typeof part === 'number'))
    if (most >= given.length)
      throw new Error(`"${func}" takes ${most + 1} arguments and was given ${given.length}.`)
    return form
  }
}
