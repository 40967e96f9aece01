package dev.ziffer.acceptance.race;

import dev.ziffer.acceptance.Database.Engine;
import dev.ziffer.acceptance.Installation;
import java.util.EnumMap;
import java.util.Map;

/** How servers share a database. */
enum Topology {
    ONE_SERVER_ON_SQLITE(Engine.SQLITE, 1),
    TWO_SERVERS_ON_POSTGRESQL(Engine.POSTGRESQL, 2);

    private static final Map<Topology, Installation> SHARED = new EnumMap<>(Topology.class);

    private final Engine engine;
    private final int servers;

    Topology(Engine engine, int servers) {
        this.engine = engine;
        this.servers = servers;
    }

    /** Servers that all races of this run share; they end with it. */
    Installation shared() throws Exception {
        synchronized (SHARED) {
            Installation running = SHARED.get(this);
            if (running == null) {
                running = start(Map.of());
                SHARED.put(this, running);
            }
            return running;
        }
    }

    /** Servers of one race's own. */
    Installation start(Map<String, String> settings) throws Exception {
        return Installation.start(engine, servers, settings);
    }
}
