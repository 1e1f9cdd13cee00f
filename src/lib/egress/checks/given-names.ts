/**
 * Common given names of Finland, Sweden, the Netherlands, Spain, Italy, Germany, France, Ireland and the United Kingdom,
 * from the statistics offices' lists of recent decades. Left out: those that are words of medicine or of calendars.
 */
export const givenNames: ReadonlySet<string> = new Set(
  `aada aamu aarne aaro aatu ada adam adrian aino aisha alejandro alessandro alessia alex alexander alfred alice alicia
  ali alma alvar amalia amelia amir ana anders andrea andreas andrew anja anna anne anneli annika anni antero anthony
  antoine anton antonio antti arthur arttu arturo arvid astrid aurora axel ben benjamin bjorn bram camille carla carlos
  carmen caroline catherine cecilia charles charlotte chiara chloe christian christina christopher clara claudia
  connor cristina daan daniel daniela david davide diego dylan edith edward eeli eelis eero eetu eino eleanor elena elias
  elina elisa elisabeth elizabeth ella ellen elli elma elsa emil emilia emilie emily emma enni enrique erik erika ernst
  esteban eva evelyn fatima felix femke fernando finn fleur fleure florence francesca francesco francisco frank freddie
  frederik gabriel gabriele george giovanni giulia giuseppe gonzalo grace greta guillermo gustav hanna hannah hans harry
  heidi heikki helena helmi hendrik henri henrik henry hermione hilda hugo iida ilmari ilona ines inka irene iris isaac
  isabel isabella isla ivan jaakko jack jacob jaime jakob james jan janne jari jasmin jasper javier jean jenni jeroen
  jesse jesus joao johan johanna johannes john jonas jonathan joonas jorge jose joseph josephine joshua juan juha juhani
  jules julia julian juliette jussi kaisa kalle karin karl karoliina katarina katharina katri kerttu kevin kim klaus laura
  lars lauri lea leena leevi leila lena leo leon leonardo liam lieke lilja linda lisa lorenzo lotte louis louise lucas
  lucia lucy luis luisa luka lukas luna maija mads maja manuel marc marco marcos maria marie marika marina mario marja
  marjatta markku marko markus marta marten martin martina martti mary mateo matias matilda matteo matti mattias maurits
  max maya mia michael miguel mika mikael mikko mila milla milo minna mohamed mohammed monica muhammad nadia nathan
  neea nicolas niilo niko nikolas nina noah noel noora nora olavi oliver olivia olli omar onni oona oscar oskar oskari
  otto outi pablo paolo paula pauli pedro peetu pekka peter petra petri philippe pieter pietro pilar pinja pirjo raquel
  rasmus rebecca ricardo riikka rik robert robin rohan ronja rosa rosalind ruben ryan saana saara sami samuel samuli
  sander sandra santiago sanna sanne sara sarah satu sebastian senja sergio seppo siiri silja simon sini sofia sofie
  sonja sophia sophie stella stefan stijn susan susanna sven taavi tapani tapio teemu teresa teun thijs thomas tiina tim
  timo toivo tom tomas toni topias tuomas tuula tuuli ulla vaino valentina valtteri veera veikko vera victor victoria
  viivi vilho viljami ville vincent vincenzo wilhelm willem william xander yasmin yusuf zoe`.split(/\s+/)
);
