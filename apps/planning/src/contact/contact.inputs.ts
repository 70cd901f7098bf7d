import {
  AtMost,
  CommandInput,
  ExpectedVersion,
  LocalDateScalar,
  TextField,
  UUID,
  WholeField,
} from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { ContactAccess, ContactDecisionStyle, ContactPrivacy, DecisionRole } from './contact';

/** What is known of a person, said the same way at the beginning and later. */
const Position = TextField('What the person is there (职务).', { max: 200, optional: true });
const Influence = WholeField('How much weight the word of the person has there (影响力).', {
  min: 0,
  max: 100,
  optional: true,
});
const Support = WholeField('From -2, works against us, to 2, works for us (支持度).', {
  min: -2,
  max: 2,
  optional: true,
});
const Background = TextField('Where the person comes from: career, school, home (背景).', {
  max: 2000,
  optional: true,
});
const DecisionStyle = Field(() => ContactDecisionStyle, {
  nullable: true,
  description: 'How the person decides (决策风格).',
});
const Preferences = TextField('What the person likes and minds (偏好).', { max: 2000, optional: true });
const RelationshipOwner = Field(() => UUID, {
  nullable: true,
  description:
    'The rep who looks after the relationship: of the team that shares the account, or its owner; at the beginning by default you, where your token names a rep (关系负责人).',
});

@InputType({ description: 'Registers a person at an account (登记联系人).' })
export class RegisterContactInput extends CommandInput {
  @Field(() => UUID, { description: 'The account where the person works (客户).' })
  accountId!: string;

  @TextField('Name of the person (姓名).', { max: 200 })
  name!: string;

  @Field(() => [DecisionRole], {
    defaultValue: [],
    description: 'Roles in the decision chain, at most 8; none while they are not known (角色).',
  })
  @AtMost(8, 'name each role once')
  roles!: DecisionRole[];

  @Field(() => ContactAccess, { defaultValue: 'NONE', description: 'How far we reach the person (接触程度).' })
  access!: ContactAccess;

  @Field(() => ContactPrivacy, {
    defaultValue: 'TEAM',
    description: 'Who reads background, style and preferences (保密级别).',
  })
  privacy!: ContactPrivacy;

  @Position position?: string | null;
  @Influence influence?: number | null;
  @Support support?: number | null;
  @Background background?: string | null;
  @DecisionStyle decisionStyle?: ContactDecisionStyle | null;
  @Preferences preferences?: string | null;
  @RelationshipOwner relationshipOwnerId?: string | null;
}

@InputType({
  description: 'Changes what is known of a person; what is left out stays as it is, null takes it away (变更联系人).',
})
export class UpdateContactInput extends CommandInput {
  @Field(() => UUID, { description: 'The person (联系人).' })
  contactId!: string;

  @TextField('New name (姓名).', { max: 200, optional: true })
  name?: string | null;

  @Field(() => [DecisionRole], { nullable: true, description: 'New roles in the decision chain, at most 8 (角色).' })
  @AtMost(8, 'name each role once')
  roles?: DecisionRole[] | null;

  @Field(() => ContactAccess, { nullable: true, description: 'How far we reach the person now (接触程度).' })
  access?: ContactAccess | null;

  @Field(() => ContactPrivacy, {
    nullable: true,
    description: 'Who reads background, style and preferences from now on (保密级别).',
  })
  privacy?: ContactPrivacy | null;

  @Position position?: string | null;
  @Influence influence?: number | null;
  @Support support?: number | null;
  @Background background?: string | null;
  @DecisionStyle decisionStyle?: ContactDecisionStyle | null;
  @Preferences preferences?: string | null;
  @RelationshipOwner relationshipOwnerId?: string | null;

  @ExpectedVersion('contact')
  expectedVersion?: number | null;
}

@InputType({ description: 'Says that a person has left the account, or corrects the day (联系人离任).' })
export class MarkContactLeftInput extends CommandInput {
  @Field(() => UUID, { description: 'The person (联系人).' })
  contactId!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "Since when, not in the future; default: today in the tenant's time zone (离任日).",
  })
  leftOn?: string | null;

  @ExpectedVersion('contact')
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of contacts; all given conditions must hold (筛选).' })
export class ContactFilter {
  @Field(() => String, { nullable: true, description: 'The name contains this, in upper or lower case (姓名包含).' })
  nameContains?: string | null;

  @Field(() => [DecisionRole], { nullable: true, description: 'In one of these roles (角色).' })
  roles?: DecisionRole[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only who has left; false: only who is there (是否离任).',
  })
  hasLeft?: boolean | null;

  @Field(() => UUID, { nullable: true, description: 'At this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Whose relationship this rep looks after (关系负责人).' })
  relationshipOwnerId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this owner (责任人).' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Shared by this team (团队).' })
  team?: string | null;
}
