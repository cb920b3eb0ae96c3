import type { OutcomeFramework } from '../schema/framework.js';

/**
 * The eight wellbeing indicators for children and young people, young carers among them. The names are those of the Act; the descriptions
 * are ours, for a child to read, and do not replace the definitions of the statutory guidance.
 */
export const shanarri: OutcomeFramework = {
  id: 'shanarri',
  version: '1',
  name: 'SHANARRI wellbeing indicators',
  language: 'en-GB',
  description: 'What helps a child or young person to do well. Talk about any of it, in any order.',
  attribution: {
    text: 'Wellbeing indicators of section 96(2) of the Children and Young People (Scotland) Act 2014',
    source:
      'Descriptions and ways to ask are our own. The statutory guidance on the assessment of wellbeing has the official definitions.',
    link: 'https://www.legislation.gov.uk/asp/2014/8/section/96',
  },
  scale: 'numeric-0-10',
  outcomes: [
    {
      id: 'safe',
      name: 'Safe',
      easyName: 'I feel safe',
      description: 'You feel safe where you live and where you go, and nobody hurts you',
      prompts: [
        'Where do you feel safe?',
        'Where do you not feel safe, if anywhere?',
        'Who can you tell when you worry?',
      ],
      verified: true,
    },
    {
      id: 'healthy',
      name: 'Healthy',
      easyName: 'I feel well',
      description: 'You are as well as you can be, in your body and in your mind',
      prompts: [
        'How are you feeling in your body?',
        'How are you feeling in your head?',
        'What helps when you feel bad?',
      ],
      verified: true,
    },
    {
      id: 'achieving',
      name: 'Achieving',
      easyName: 'I learn and get better at things',
      description: 'You learn, get better at things and feel good about it',
      prompts: ['What are you good at?', 'What is hard?', 'What would you like to get better at?'],
      verified: true,
    },
    {
      id: 'nurtured',
      name: 'Nurtured',
      easyName: 'I feel cared for',
      description: 'You are looked after by people who care about you',
      prompts: ['Who looks after you?', 'Who gives you a hug or a laugh?'],
      verified: true,
    },
    {
      id: 'active',
      name: 'Active',
      easyName: 'I do things I like',
      description: 'You get to play, do sport and do other things you like',
      prompts: ['What do you like to do?', 'What would you like to do more of?'],
      verified: true,
    },
    {
      id: 'respected',
      name: 'Respected',
      easyName: 'People listen to me',
      description: 'People listen to you, and you help to decide things about you',
      prompts: ['Which grown-ups listen to you?', 'What would you like to help decide?'],
      verified: true,
    },
    {
      id: 'responsible',
      name: 'Responsible',
      easyName: 'I am trusted with the right amount',
      description: 'You are trusted to do things, and it is not too much for you',
      prompts: [
        'What are you trusted to do?',
        'How is it: too much, too little or about right?',
        'Who helps you with it?',
      ],
      verified: true,
      // A young carer can have too much of it.
      direction: 'neither',
    },
    {
      id: 'included',
      name: 'Included',
      easyName: 'I feel part of things',
      description: 'You feel part of things, and get help when something keeps you out',
      prompts: ['Where do you feel part of things?', 'When, if ever, do you feel left out?'],
      verified: true,
    },
  ],
};
