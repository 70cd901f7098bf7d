import { DomainError } from '@fivepoint/kernel';
import type { GraphQLSchema } from 'graphql';
import { Counter, type Registry } from 'prom-client';

/**
 * Counts each command of the schema that is served by what came of it: a refusal is an answer like any other to whoever times operations,
 * and is written nowhere, so that people who are refused all day would not be seen.
 */
export function countCommands(schema: GraphQLSchema, registry: Registry): void {
  const commands = new Counter({
    name: 'fivepoint_commands_total',
    help: 'Commands by what came of them: done, the code of the refusal, or error.',
    labelNames: ['command', 'outcome'],
    registers: [registry],
  });
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { name: command, resolve } = field;
    field.resolve = async (...call) => {
      try {
        const result: unknown = await resolve?.(...call);
        commands.inc({ command, outcome: result instanceof DomainError ? result.code : 'done' });
        return result;
      } catch (error) {
        commands.inc({ command, outcome: 'error' });
        throw error;
      }
    };
  }
}
