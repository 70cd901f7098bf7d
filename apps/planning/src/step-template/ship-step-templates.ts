import type { Command } from '@fivepoint/service';
import { shippedTemplates } from './shipped-step-templates';
import { StepTemplate } from './step-template';
import { stepTemplatesDefined } from './step-templates-defined';

/** Gives a company that begins the templates of the method as its own: from then on they are its to define anew. */
export async function shipStepTemplates(command: Command): Promise<void> {
  const templates = shippedTemplates.map((shipped) =>
    Object.assign(new StepTemplate(), { ...command.newAggregate(), ...shipped, edition: 1, retiredAt: null }),
  );
  await command.writeTogether([StepTemplate], async () => {
    for (const template of templates) await command.add(template);
  });
  command.emit(stepTemplatesDefined(command.tenantId, templates));
}
