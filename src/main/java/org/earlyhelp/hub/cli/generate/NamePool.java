package org.earlyhelp.hub.cli.generate;

import java.util.List;
import java.util.random.RandomGenerator;
import org.earlyhelp.hub.person.Sex;

/** Names of many origins, as an English borough has them; a family draws its names from one origin. */
record NamePool(String origin, int share, List<String> surnames, List<String> girls, List<String> boys) {
    /** Shares add up to 100. */
    private static final List<NamePool> ORIGINS = List.of(
            pool("British", 46, "Smith Jones Taylor Brown Wilson Evans Thomas Johnson Roberts Walker Wright Robinson Thompson White Hughes Edwards Green Hall Wood Harris Clarke Turner Hill Cooper Ward Bennett Carter Shaw Holmes Barker Palmer Marsh Frost Prosser Stubbs Pryce Ashdown Thornton Whitlock Harker",
                    "Olivia Amelia Isla Ava Grace Freya Lily Poppy Ella Evie Daisy Phoebe Harriet Molly Chloe Megan Erin Holly Jessica Charlotte",
                    "Oliver George Harry Jack Noah Leo Alfie Charlie Oscar Thomas Dylan Mason Toby Callum Jayden Lewis Connor Rhys Finn Theo"),
            pool("Irish and Scottish", 7, "O'Neill Murphy Doherty Gallagher Walsh Byrne Doyle Fitzgerald Connolly Duffy McAllister MacDonald Lyle Reid Kennedy",
                    "Aoife Niamh Orla Ciara Erin Skye Eilidh Maeve Roisin Saoirse", "Sean Oisin Cormac Declan Patrick Conor Ruairi Iain Callan Rory"),
            pool("South Asian Muslim", 14, "Khan Ahmed Hussain Iqbal Malik Begum Rahman Chowdhury Ali Mahmood Akhtar Shah Mirza Uddin Miah",
                    "Zara Aisha Maryam Amina Hafsa Fatima Sana Khadija Nusrat Inaya", "Mohammed Yusuf Ibrahim Bilal Zayn Adam Hamza Hassan Imran Yunus"),
            pool("South Asian Hindu and Sikh", 9, "Patel Singh Kaur Gill Sharma Desai Banerjee Nair Sandhu Mehta Reddy Dhillon",
                    "Anya Simran Jasleen Priya Diya Harpreet Meera Riya Asha Navneet", "Dev Arjan Gurpreet Rohan Aarav Jasper Kiran Manraj Vikram Nikhil"),
            pool("West African and Caribbean", 8, "Okafor Adeyemi Mensah Boateng Osei Nwosu Okoro Acheampong Olawale Sesay Baptiste Brathwaite Campbell Asante Eze",
                    "Amara Abena Temi Ngozi Esi Leona Chidinma Folake Adaeze Efua", "Kwame Kofi Tyrell Oluwaseun Chidi Emeka Ayo Kwaku Tunde Malachi"),
            pool("East European", 8, "Kowalczyk Nowak Wrona Lewandowski Petrov Popescu Novak Ionescu Kovacs Horvat Zielinski Dragomir",
                    "Zofia Hanna Elena Maja Ioana Petra Katalin Lena Oliwia Daria", "Kacper Tomasz Jan Andrei Nikolai Bartosz Mihai Filip Marek Adam"),
            pool("Horn of Africa", 3, "Haile Abdi Tesfaye Warsame Bekele Mohamud Gebre Farah", "Selam Hodan Ayaan Hana Liya Fowsia", "Liban Yonas Abel Ismail Dawit Samir"),
            pool("Turkish, Arab and Persian", 3, "Yilmaz Haddad Demir Rahimi Karimi Mansour Aydin Nazari", "Leyla Emine Yasmin Nadia Deniz Shirin", "Karim Sami Emre Omid Yusef Baran"),
            pool("East Asian", 2, "Zhang Tran Nguyen Wong Chen Lin Pham Li", "Mei Linh Yan Anh Xin Thi", "Yiming Minh Wei Duc Jun Long"));

    static NamePool anyOrigin(RandomGenerator random) {
        int at = random.nextInt(100);
        for (NamePool origin : ORIGINS) {
            at -= origin.share;
            if (at < 0) {
                return origin;
            }
        }
        throw new IllegalStateException("shares add up to less than 100");
    }

    String surname(RandomGenerator random) {
        return any(surnames, random);
    }

    String forename(Sex sex, RandomGenerator random) {
        return any(sex == Sex.F ? girls : boys, random);
    }

    private static String any(List<String> names, RandomGenerator random) {
        return names.get(random.nextInt(names.size()));
    }

    private static NamePool pool(String origin, int share, String surnames, String girls, String boys) {
        return new NamePool(origin, share, List.of(surnames.split(" ")), List.of(girls.split(" ")), List.of(boys.split(" ")));
    }
}
