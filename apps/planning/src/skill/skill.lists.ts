import { contains, from, is, listOf, to } from '@fivepoint/service';
import { CoachingSession } from './coaching-session';
import { Skill } from './skill';
import { SkillAssessment } from './skill-assessment';
import { CoachingSessionFilter, SkillAssessmentFilter, SkillFilter } from './skill.inputs';

export const SkillList = listOf(Skill, 'skills', {
  filter: SkillFilter,
  where: { nameContains: contains('name') },
  orders: {
    NAME: { by: 'name', description: 'Name of the skill, in the order of a Chinese dictionary (名称).' },
  },
});

export const SkillAssessmentList = listOf(SkillAssessment, 'assessments of skills', {
  filter: SkillAssessmentFilter,
  where: {
    repId: is('repId'),
    skillId: is('skillId'),
    assessedFrom: from('assessedOn'),
    assessedTo: to('assessedOn'),
  },
  orders: {
    ASSESSED_ON: { by: 'assessedOn', description: 'The day on which it was so (评估日).' },
  },
  order: { field: 'ASSESSED_ON', direction: 'DESC' },
});

export const CoachingSessionList = listOf(CoachingSession, 'coaching sessions', {
  filter: CoachingSessionFilter,
  where: {
    repId: is('repId'),
    coachId: is('coachId'),
    skillId: is('skillId'),
    supportActionId: is('supportActionId'),
    coachedFrom: from('coachedOn'),
    coachedTo: to('coachedOn'),
  },
  orders: {
    COACHED_ON: { by: 'coachedOn', description: 'The day of it (日期).' },
  },
  order: { field: 'COACHED_ON', direction: 'DESC' },
});
