import {
  type Connection,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  type ListArgs,
  NotFound,
  UUID,
  VersionConflict,
} from '@fivepoint/service';
import { Arg, Args, Authorized, createUnionType, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { defineStepTemplate } from './define-step-template';
import { retireStepTemplate } from './retire-step-template';
import { StepTemplate } from './step-template';
import { DefineStepTemplateInput, RetireStepTemplateInput, type StepTemplateFilter } from './step-template.inputs';
import { StepTemplateList } from './step-template.list';

const DefineStepTemplateResult = createUnionType({
  name: 'DefineStepTemplateResult',
  description: 'The edition from which steps begin now, or why there is none (制定结果).',
  types: () => [StepTemplate, InvalidInput, IdempotencyKeyReused] as const,
});

const RetireStepTemplateResult = createUnionType({
  name: 'RetireStepTemplateResult',
  description: 'The retired edition, or why it could not be retired (停用结果).',
  types: () => [StepTemplate, NotFound, VersionConflict, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => StepTemplate)
export class StepTemplateResolver {
  @Authorized()
  @Query(() => StepTemplate, {
    nullable: true,
    description: 'One edition of a step template; null when there is none (步骤模板).',
  })
  stepTemplate(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<StepTemplate | null> {
    return context.reads.one(StepTemplate, id);
  }

  @Authorized()
  @Query(() => StepTemplateList.Connection, {
    nullable: true,
    description: 'How the steps of the process are done in your company, in all editions (步骤模板列表).',
  })
  stepTemplates(
    @Ctx() context: GraphContext,
    @Args(() => StepTemplateList.Args) args: ListArgs<StepTemplateFilter>,
  ): Promise<Connection<StepTemplate>> {
    return context.reads.page(StepTemplateList, args);
  }

  @Authorized('EXECUTIVE')
  @Mutation(() => DefineStepTemplateResult, {
    nullable: true,
    description: 'Says how a step is done from now on; steps that have begun go on as they began (制定步骤模板).',
  })
  defineStepTemplate(
    @Ctx() context: GraphContext,
    @Input(() => DefineStepTemplateInput) input: DefineStepTemplateInput,
  ): Promise<typeof DefineStepTemplateResult> {
    return context.command('defineStepTemplate', input, (command) => defineStepTemplate(command, input));
  }

  @Authorized('EXECUTIVE')
  @Mutation(() => RetireStepTemplateResult, {
    nullable: true,
    description: 'Ends the use of a template: no step begins from it any more (停用步骤模板).',
  })
  retireStepTemplate(
    @Ctx() context: GraphContext,
    @Input(() => RetireStepTemplateInput) input: RetireStepTemplateInput,
  ): Promise<typeof RetireStepTemplateResult> {
    return context.command('retireStepTemplate', input, (command) => retireStepTemplate(command, input));
  }
}
